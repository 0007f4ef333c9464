package io.kouxin.bot.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a platform is configured: until one is, the sandbox is on. */
public final class PlatformConfigured implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "sandbox until a platform is configured",
                Map.of("kouxin.sandbox.enabled", !isWeCom(environment))));
  }

  private static boolean isWeCom(Environment environment) {
    return !Binder.get(environment).bind("kouxin.wecom.corp-id", String.class).orElse("").isBlank();
  }

  /** WeCom is. */
  static final class WeCom implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isWeCom(context.getEnvironment());
    }
  }
}
