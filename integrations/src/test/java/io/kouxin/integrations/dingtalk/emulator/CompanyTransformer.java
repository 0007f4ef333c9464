package io.kouxin.integrations.dingtalk.emulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Function;

/** Where WireMock ends and the company begins: every request is answered from its state. */
final class CompanyTransformer implements ResponseDefinitionTransformerV2 {
  private final Function<ApiCall, Answer> answers;

  CompanyTransformer(Function<ApiCall, Answer> answers) {
    this.answers = answers;
  }

  @Override
  public String getName() {
    return "emulated-company";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Answer answer = answers.apply(new ApiCall(event.getRequest()));
    ResponseDefinitionBuilder built = aResponse();
    if (answer.reset()) {
      built.withFault(Fault.CONNECTION_RESET_BY_PEER);
    } else {
      built.withStatus(answer.status()).withBody(answer.body());
      answer.headers().forEach(built::withHeader);
    }
    if (answer.after().isPositive()) {
      built.withFixedDelay(Math.toIntExact(answer.after().toMillis()));
    }
    return built.build();
  }
}
