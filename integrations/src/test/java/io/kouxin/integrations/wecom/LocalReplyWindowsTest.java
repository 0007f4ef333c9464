package io.kouxin.integrations.wecom;

class LocalReplyWindowsTest implements ReplyWindowsContract {
  @Override
  public ReplyWindows windows() {
    return new LocalReplyWindows();
  }
}
