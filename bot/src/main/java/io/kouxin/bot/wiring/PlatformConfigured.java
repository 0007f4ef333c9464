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
                Map.of("kouxin.sandbox.enabled", !isAny(environment))));
  }

  private static boolean isAny(Environment environment) {
    return isWeCom(environment) || isBot(environment) || isDingTalk(environment);
  }

  private static boolean isWeCom(Environment environment) {
    return isSet(environment, "kouxin.wecom.corp-id");
  }

  private static boolean isBot(Environment environment) {
    return mode(environment) != WeComSettings.Mode.OFF;
  }

  private static WeComSettings.Mode mode(Environment environment) {
    return Binder.get(environment)
        .bind("kouxin.wecom.aibot.mode", WeComSettings.Mode.class)
        .orElse(WeComSettings.Mode.OFF);
  }

  private static boolean isDingTalk(Environment environment) {
    return isSet(environment, "kouxin.dingtalk.client-id");
  }

  private static boolean isSet(Environment environment, String key) {
    return !Binder.get(environment).bind(key, String.class).orElse("").isBlank();
  }

  /** One is, at least. */
  static final class Any implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isAny(context.getEnvironment());
    }
  }

  /** DingTalk is. */
  static final class DingTalk implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isDingTalk(context.getEnvironment());
    }
  }

  /** DingTalk is, and brings messages by HTTP. */
  static final class DingTalkKnocks implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isHttp(context.getEnvironment());
    }
  }

  /** DingTalk is, brings messages by HTTP, and has a template for cards. */
  static final class DingTalkKnocksForCards implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return isHttp(environment) && isSet(environment, "kouxin.dingtalk.card-template");
    }
  }

  /** DingTalk is, and brings events by HTTP. */
  static final class DingTalkTells implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return isHttp(environment) && isSet(environment, "kouxin.dingtalk.token");
    }
  }

  /** DingTalk is, and brings everything over a connection of ours. */
  static final class DingTalkStreams implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return isDingTalk(environment) && !isHttp(environment);
    }
  }

  private static boolean isHttp(Environment environment) {
    return isDingTalk(environment)
        && Binder.get(environment)
            .bind("kouxin.dingtalk.mode", DingTalkSettings.Mode.class)
            .orElse(DingTalkSettings.Mode.STREAM)
            .equals(DingTalkSettings.Mode.HTTP);
  }

  /** WeCom is. */
  static final class WeCom implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isWeCom(context.getEnvironment());
    }
  }

  /** WeCom is, and no AI bot. */
  static final class WeComWithoutBot implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isWeCom(context.getEnvironment()) && !isBot(context.getEnvironment());
    }
  }

  /** An AI bot of WeCom is. */
  static final class Bot implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isBot(context.getEnvironment());
    }
  }

  /** An AI bot of WeCom is, and no application beside it. */
  static final class BotAlone implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isBot(context.getEnvironment()) && !isWeCom(context.getEnvironment());
    }
  }

  /** An AI bot of WeCom is, and it is called back. */
  static final class BotKnocked implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return mode(context.getEnvironment()) == WeComSettings.Mode.CALLBACK;
    }
  }

  /** An AI bot of WeCom is, and it holds a connection. */
  static final class BotConnects implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return mode(context.getEnvironment()) == WeComSettings.Mode.CONNECTION;
    }
  }
}
