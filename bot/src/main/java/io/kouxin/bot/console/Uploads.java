package io.kouxin.bot.console;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much a client may send at once. */
@Configuration(proxyBeanMethods = false)
class Uploads {
  /** As much as WeCom and DingTalk let a file hold. */
  static final DataSize LARGEST = DataSize.ofMegabytes(20);

  private static final DataSize IN_MEMORY = DataSize.ofMegabytes(1);
  private static final DataSize READ_ON = DataSize.ofMegabytes(100);

  @Bean
  MultipartConfigElement multipart() {
    long file = LARGEST.toBytes();
    return new MultipartConfigElement("", file, file + 65_536, (int) IN_MEMORY.toBytes());
  }

  /** A browser shows our 413 only after its whole upload was read. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> readOnAfterRefusal() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("maxSwallowSize", "" + READ_ON.toBytes()));
  }
}
