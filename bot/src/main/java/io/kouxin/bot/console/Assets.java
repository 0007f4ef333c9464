package io.kouxin.bot.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/**
 * How files and answers are cached: always asked for again, answered by 304 when unchanged. Files
 * are known by their content, because in our reproducible jar they all have the same date, which
 * would keep an old page alive after an upgrade.
 */
@Configuration(proxyBeanMethods = false)
@Order(-10) // before Spring Boot's own, which then leaves /** alone
class Assets implements WebMvcConfigurer {
  private final Map<String, String> etags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .setUseLastModified(false)
        .setEtagGenerator(file -> etags.computeIfAbsent(edition(file), any -> etag(file)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var again = new WebContentInterceptor();
    again.setCacheControl(CacheControl.noCache().cachePrivate());
    registry
        .addInterceptor(again)
        .addPathPatterns("/api/**")
        .excludePathPatterns("/api/v1/sandbox/media/**");
  }

  /** The page asks for the chat more than once a second; mostly nothing has changed. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> unchangedChat() {
    var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    filter.addUrlPatterns(
        "/api/v1/sandbox/messages", "/api/v1/follow-ups", "/api/v1/models", "/api/v1/callbacks");
    filter.setName("unchangedChat");
    return filter;
  }

  private static String edition(Resource file) {
    try {
      return file.getDescription() + " of " + file.lastModified();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String etag(Resource file) {
    try (var in = file.getInputStream()) {
      return "\"" + DigestUtils.md5DigestAsHex(in) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
