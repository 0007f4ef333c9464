package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;

/**
 * A robot of one group that knows nothing but how to post.
 *
 * @param secret begins with SEC; an empty one means that nothing is signed
 * @param keywords one of them must be in the text; none means any text
 */
public record CustomRobot(String accessToken, String secret, List<String> keywords, String group) {
  boolean admits(String text) {
    return keywords.isEmpty() || keywords.stream().anyMatch(text::contains);
  }
}
