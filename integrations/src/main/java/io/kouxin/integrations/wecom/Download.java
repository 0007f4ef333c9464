package io.kouxin.integrations.wecom;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpResponseException;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * {@code media/get} (document 90254) into memory, never more than was asked for. WxJava's own keeps
 * a temporary file of each download until the process ends.
 */
final class Download implements RequestExecutor<Download.Bytes, Download.Wanted> {
  private static final byte[] ERROR = "{\"errcode\"".getBytes(StandardCharsets.UTF_8);
  private static final int LONGEST_ERROR = 64 << 10;
  private final CloseableHttpClient client;

  Download(CloseableHttpClient client) {
    this.client = client;
  }

  /**
   * What to bring.
   *
   * @param range of bytes as HTTP writes it, empty for all
   * @param atMost bytes
   */
  record Wanted(String mediaId, String range, long atMost) {}

  /**
   * What came.
   *
   * @param total bytes of all of it, where a range was asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes of sound: no copies
  record Bytes(byte[] bytes, long total) {}

  /** There is more than was asked for. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(long atMost) {
      super("more than " + atMost + " bytes");
    }
  }

  /** A page for people came in place of sound: a proxy's, or one that wants a login. */
  static final class ForeignPage extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignPage() {
      super("a web page in place of the file");
    }
  }

  @Override
  public Bytes execute(String uri, Wanted wanted, WxType wxType)
      throws WxErrorException, IOException {
    String id = URLEncoder.encode(wanted.mediaId(), StandardCharsets.UTF_8);
    var get = new HttpGet(uri + "&media_id=" + id);
    if (!wanted.range().isEmpty()) {
      get.setHeader(HttpHeaders.RANGE, wanted.range());
    }
    // Closing the answer without reading on drops the connection: nobody waits for 200 MB.
    try (CloseableHttpResponse response = client.execute(get)) {
      return read(response, wanted.atMost(), wxType);
    }
  }

  private static Bytes read(HttpResponse response, long atMost, WxType wxType)
      throws WxErrorException, IOException {
    int status = response.getStatusLine().getStatusCode();
    if (status != HttpStatus.SC_OK && status != HttpStatus.SC_PARTIAL_CONTENT) {
      throw new HttpResponseException(status, "HTTP " + status);
    }
    HttpEntity entity = response.getEntity();
    String type = type(entity);
    if (entity == null || type.startsWith("text/html")) {
      throw new ForeignPage();
    }
    boolean error = type.startsWith("application/json") || type.startsWith("text/plain");
    byte[] bytes = bytes(entity, error ? Math.max(atMost, LONGEST_ERROR) : atMost);
    if (error || startsLikeError(bytes)) {
      refuse(bytes, wxType);
    }
    return new Bytes(bytes, status == HttpStatus.SC_OK ? bytes.length : total(response));
  }

  private static String type(HttpEntity entity) {
    return entity == null || entity.getContentType() == null
        ? ""
        : entity.getContentType().getValue().toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(HttpEntity entity, long atMost) throws IOException {
    if (entity.getContentLength() > atMost) {
      throw new TooMuch(atMost);
    }
    int most = (int) Math.min(atMost, Integer.MAX_VALUE - 16);
    // Not closed: its close() would read on to the end.
    InputStream stream = entity.getContent();
    byte[] bytes = stream.readNBytes(most);
    if (stream.read() >= 0) {
      throw new TooMuch(atMost);
    }
    return bytes;
  }

  private static boolean startsLikeError(byte[] bytes) {
    return bytes.length >= ERROR.length
        && Arrays.equals(ERROR, 0, ERROR.length, bytes, 0, ERROR.length);
  }

  private static void refuse(byte[] bytes, WxType wxType) throws WxErrorException {
    WxError error = WxError.fromJson(new String(bytes, StandardCharsets.UTF_8), wxType);
    if (error != null && error.getErrorCode() != 0) {
      throw new WxErrorException(error);
    }
  }

  /** {@code Content-Range: bytes 0-9/26000000}. */
  private static long total(HttpResponse response) throws IOException {
    Header range = response.getFirstHeader(HttpHeaders.CONTENT_RANGE);
    String value = range == null ? "" : range.getValue();
    String total = value.substring(value.lastIndexOf('/') + 1);
    if (!total.matches("\\d{1,18}")) {
      throw new ProtocolException("a part of unknown whole");
    }
    return Long.parseLong(total);
  }

  @Override
  public void execute(String uri, Wanted wanted, ResponseHandler<Bytes> handler, WxType wxType)
      throws WxErrorException, IOException {
    handler.handle(execute(uri, wanted, wxType));
  }
}
