package io.kouxin.integrations.wecom;

import java.io.IOException;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import me.chanjar.weixin.common.util.http.apache.Utf8ResponseHandler;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.apache.http.entity.mime.MultipartEntityBuilder;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * {@code media/upload} (document 90253). WxJava's own reads a stream, which is empty when the call
 * is repeated with a fresh token.
 */
final class Upload implements RequestExecutor<String, Upload.File> {
  private final CloseableHttpClient client;

  Upload(CloseableHttpClient client) {
    this.client = client;
  }

  /** What goes up; the name in any script, without quotes and line breaks. */
  @SuppressWarnings("ArrayRecordComponent") // a file's bytes: no copies
  record File(String name, ContentType type, byte[] bytes) {}

  @Override
  public String execute(String uri, File file, WxType wxType) throws WxErrorException, IOException {
    var post = new HttpPost(uri);
    post.setEntity(
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.RFC6532)
            .addBinaryBody("media", file.bytes(), file.type(), file.name())
            .build());
    try (CloseableHttpResponse response = client.execute(post)) {
      String words = Utf8ResponseHandler.INSTANCE.handleResponse(response);
      WxError error = WxError.fromJson(words, wxType);
      if (error == null) {
        throw new IOException("no answer to an upload");
      }
      if (error.getErrorCode() != 0) {
        throw new WxErrorException(error);
      }
      return words;
    }
  }

  @Override
  public void execute(String uri, File file, ResponseHandler<String> handler, WxType wxType)
      throws WxErrorException, IOException {
    handler.handle(execute(uri, file, wxType));
  }
}
