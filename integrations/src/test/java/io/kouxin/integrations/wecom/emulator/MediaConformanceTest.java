package io.kouxin.integrations.wecom.emulator;

import static io.kouxin.integrations.wecom.emulator.WxJava.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import me.chanjar.weixin.common.bean.result.WxMediaUploadResult;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.WxCpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files and people as WxJava asks for them. */
class MediaConformanceTest {
  private static final byte[] SOUND = "#!AMR\n0123456789".getBytes(StandardCharsets.US_ASCII);
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WxCpService wecom = WxJava.of(emulator);

  @AfterEach
  void stop() {
    emulator.close();
  }

  private WxMediaUploadResult upload(String type, String name, byte[] bytes)
      throws WxErrorException, IOException {
    return wecom.getMediaService().upload(type, name, new ByteArrayInputStream(bytes));
  }

  @Test
  void a_voice_note_is_downloaded_with_its_bytes_and_ending() throws Exception {
    String id = emulator.media().put("v1.amr", SOUND);
    File file = wecom.getMediaService().download(id);
    assertThat(file).hasBinaryContent(SOUND).hasExtension("amr");
    Files.delete(file.toPath());
  }

  @Test
  void an_unknown_or_old_media_id_is_refused() {
    assertThat(errorOf(() -> wecom.getMediaService().download("nothing"))).isEqualTo(40007);
    String id = emulator.media().put("v1.amr", SOUND);
    emulator.advance(MediaStore.LIFE);
    assertThat(errorOf(() -> wecom.getMediaService().download(id))).isEqualTo(40007);
  }

  @Test
  void what_is_uploaded_can_be_downloaded() throws Exception {
    WxMediaUploadResult result = upload("file", "报价单.pdf", SOUND);
    assertThat(result.getType()).isEqualTo("file");
    assertThat(result.getCreatedAt()).isPositive();
    assertThat(wecom.getMediaService().download(result.getMediaId())).hasBinaryContent(SOUND);
  }

  @Test
  void a_voice_that_is_no_amr_and_a_picture_too_large_are_refused() {
    assertThat(errorOfUpload("voice", "v.mp3", SOUND)).isEqualTo(40004);
    assertThat(errorOfUpload("image", "v.png", new byte[11 * 1024 * 1024])).isEqualTo(40006);
    assertThat(errorOfUpload("file", "v.bin", new byte[5])).isEqualTo(40006);
    assertThat(errorOfUpload("file", "v.bin", new byte[0])).isEqualTo(44001);
  }

  private int errorOfUpload(String type, String name, byte[] bytes) {
    return errorOf(() -> upload(type, name, bytes));
  }

  @Test
  void a_member_is_found_in_any_case_with_leader_and_department() throws Exception {
    WxCpUser user = wecom.getUserService().getById("ZHANGSAN");
    assertThat(user.getUserId()).isEqualTo("ZhangSan");
    assertThat(user.getName()).isEqualTo("张三");
    assertThat(user.getDirectLeader()).containsExactly("lisi");
    assertThat(user.getMainDepartment()).isEqualTo("2");
    assertThat(wecom.getUserService().getById("lisi").getIsLeaderInDept()).containsExactly(1);
  }

  @Test
  void nobody_is_60111() {
    assertThat(errorOf(() -> wecom.getUserService().getById("nobody"))).isEqualTo(60111);
  }

  @Test
  void departments_name_their_leaders() throws Exception {
    assertThat(wecom.getDepartmentService().list(null)).hasSize(2);
    assertThat(wecom.getDepartmentService().list(2L).getFirst().getDepartmentLeader())
        .containsExactly("lisi");
    assertThat(wecom.getDepartmentService().simpleList(2L)).hasSize(1);
    assertThat(wecom.getUserService().listSimpleByDepartment(2L, false, 0)).hasSize(4);
  }

  @Test
  void the_addresses_of_the_platform_are_told() throws Exception {
    assertThat(wecom.getCallbackIp()).containsExactly("127.0.0.1");
  }
}
