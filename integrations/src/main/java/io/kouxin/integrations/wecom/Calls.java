package io.kouxin.integrations.wecom;

import com.google.gson.JsonSyntaxException;
import io.kouxin.integrations.channel.SharedTokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.apache.Utf8ResponseHandler;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.constant.WxCpApiPathConsts;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;

/**
 * WxJava's calls with a token of our own. {@link #execute} is all of WxJava's that we replace: it
 * expires a token whoever complains, sleeps between tries, forgets the cause of the last one, and
 * writes addresses with the token in them to the log.
 */
final class Calls extends WxCpServiceImpl implements AutoCloseable {
  private final WeComAccess access;
  private final Token token;

  /** To this application, with the token that all nodes share. */
  Calls(WeComAccess access, SharedTokens tokens, Clock clock) {
    this.access = access;
    var settings = new Settings();
    settings.setCorpId(access.corpId());
    settings.setAgentId(access.agentId());
    settings.setCorpSecret(access.secret());
    settings.setBaseApiUrl(access.base());
    settings.setApacheHttpClientBuilder(new Pool());
    setWxCpConfigStorage(settings);
    this.token = new Token(tokens, access, clock, this::fresh);
  }

  /** WxJava prints its settings with the secret; on Java 25 it throws. */
  private static final class Settings extends WxCpDefaultConfigImpl {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "WeCom application " + getAgentId();
    }
  }

  @Override
  public String getAccessToken(boolean forceRefresh) throws WxErrorException {
    if (forceRefresh) {
      token.drop(token.current());
    }
    return token.current();
  }

  /**
   * One call, and once more with a fresh token if WeCom did not take ours.
   *
   * @throws WxErrorException what WeCom answered
   * @throws WxRuntimeException with the {@link IOException} that kept the answer from us
   */
  @Override
  public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data)
      throws WxErrorException {
    String used = token.current();
    try {
      return once(executor, uri, data, used);
    } catch (WxErrorException e) {
      if (!WxConsts.ACCESS_TOKEN_ERROR_CODES.contains(e.getError().getErrorCode())) {
        throw e;
      }
    }
    token.drop(used);
    return once(executor, uri, data, token.current());
  }

  private static <T, E> T once(RequestExecutor<T, E> executor, String uri, E data, String token)
      throws WxErrorException {
    String sign = uri.contains("?") ? "&" : "?";
    try {
      return executor.execute(
          uri + sign + "access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8),
          data,
          WxType.CP);
    } catch (IOException e) {
      throw new WxRuntimeException(e);
    }
  }

  private WxAccessToken fresh() throws WxErrorException {
    String path = getWxCpConfigStorage().getApiUrl(WxCpApiPathConsts.GET_TOKEN);
    var call = new HttpGet(path.formatted(encoded(access.corpId()), encoded(access.secret())));
    try (CloseableHttpResponse response = getRequestHttpClient().execute(call)) {
      String words = Utf8ResponseHandler.INSTANCE.handleResponse(response);
      WxError error = WxError.fromJson(words, WxType.CP);
      if (error == null) {
        throw new JsonSyntaxException("no answer");
      }
      if (error.getErrorCode() != 0) {
        throw new WxErrorException(error);
      }
      return WxAccessToken.fromJson(words);
    } catch (IOException e) {
      throw new WxRuntimeException(e);
    }
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      getRequestHttpClient().close();
    } catch (IOException e) {
      throw new WxRuntimeException(e);
    }
  }
}
