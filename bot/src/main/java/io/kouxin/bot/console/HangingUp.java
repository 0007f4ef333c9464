package io.kouxin.bot.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where a stranger's body is too long for a door, the connection is cut after the answer. {@link
 * Uploads} has Tomcat read on for browsers, and anybody may knock at a door.
 */
@Configuration(proxyBeanMethods = false)
class HangingUp {

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> hangUp() {
    return factory -> factory.addEngineValves(new AfterTooLong());
  }

  private static final class AfterTooLong extends ValveBase {
    AfterTooLong() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      getNext().invoke(request, response);
      if (response.getStatus() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
          && request.getRequestURI().startsWith(CallbackController.PATH)) {
        response.finishResponse();
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
      }
    }
  }
}
