package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import java.util.List;
import java.util.Locale;

/** A small library for tests, about the size of one shelf of a pack. */
final class SmallLibrary {
  private SmallLibrary() {}

  static List<LibraryEntry> entries() {
    return List.of(
        zh("price", Kind.OBJECTION, "价格太贵", "嫌贵", "报价超出他心里的数", "这个价谈不下去", "问能不能便宜点"),
        zh("dearer", Kind.OBJECTION, "比迈瑞贵", "比别家贵", "同样的东西人家便宜", "拿着对手的报价单压我们", "竞品报得低"),
        zh("budget", Kind.OBJECTION, "没有预算", "今年没列这笔钱", "经费不够要等明年", "账上没钱了", "预算砍掉了"),
        zh("pain", Kind.NEED, "患者投诉疼痛管理不到位", "病人术后疼得睡不着", "镇痛效果不好", "想改一改止痛的办法", "疼痛评分下不来"),
        zh("trial", Kind.NEED, "先试用一台", "小范围先用起来", "想看看效果再定", "拿一个科室做试点", "跑一个月看看"),
        zh("service", Kind.OBJECTION, "报修没人管", "工程师来得太慢", "售后电话打不通", "坏了三天没人来", "服务跟不上"),
        zh("delivery", Kind.OBJECTION, "交货太慢", "货一直没到", "排产排不上", "等了两个礼拜还在路上", "供货不稳"),
        zh("decider", Kind.OBJECTION, "见不到拍板的人", "院长一直约不上", "被门卫拦下来了", "只见到办事员", "领导不露面"),
        en(
            "en-price",
            "it is too expensive",
            "the price is too high",
            "they asked for a discount",
            "cannot afford it",
            "over their budget limit"),
        en(
            "en-service",
            "nobody answers the service line",
            "the repair took too long",
            "slow technical support",
            "waiting for an engineer"));
  }

  private static LibraryEntry zh(String id, Kind kind, String... phrases) {
    return new LibraryEntry(id, kind, phrases[0], List.of(phrases), "general", Locale.CHINESE);
  }

  private static LibraryEntry en(String id, String... phrases) {
    return new LibraryEntry(
        id, Kind.OBJECTION, phrases[0], List.of(phrases), "general", Locale.ENGLISH);
  }
}
