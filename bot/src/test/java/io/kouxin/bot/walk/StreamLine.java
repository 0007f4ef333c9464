package io.kouxin.bot.walk;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A service on the Stream of a DingTalk with a card template: one for all tests that ask for it,
 * because its start is dear.
 */
final class StreamLine implements AutoCloseable {
  static final String CUSTOMER = "华东市第一人民医院";
  static final String OTHER = "博宁骨科医院";

  private final Path home;
  private final Company company;
  private final ServiceProcess service;

  private StreamLine() {
    try {
      home = Files.createTempDirectory("dingtalk-stream");
      company = Company.streaming();
      service =
          ServiceProcess.start(
              home,
              company.settings(
                  Map.of(
                      "KOUXIN_TIMEZONE",
                      ServiceProcess.whereItIsTen(),
                      "KOUXIN_DINGTALK_ADMINISTRATORS",
                      "mgr01",
                      "KOUXIN_DINGTALK_CARDTEMPLATE",
                      Company.TEMPLATE)));
      company.reaches(service.client());
      Corp.sellTo(service.client(), List.of(CUSTOMER, OTHER));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Path home() {
    return home;
  }

  Company company() {
    return company;
  }

  ServiceProcess service() {
    return service;
  }

  ServiceClient client() {
    return service.client();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    service.close();
    company.close();
    try (var all = Files.walk(home)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  /** Gives it to tests. */
  static final class Given implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == StreamLine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(GLOBAL)
          .computeIfAbsent(StreamLine.class, key -> new StreamLine(), StreamLine.class);
    }
  }
}
