package io.kouxin.integrations.dingtalk.emulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Where a Stream is opened: the gateway beside the emulator answers, if there is one. */
final class GatewayEndpoint {
  private final CallbackSender sender;
  private volatile Optional<URI> gateway = Optional.empty();

  GatewayEndpoint(CallbackSender sender) {
    this.sender = sender;
  }

  void at(URI open) {
    gateway = Optional.of(open);
  }

  Answer open(ApiCall call) {
    URI to =
        gateway.orElseThrow(() -> Refused.modern(503, "serviceUnavailable", "No gateway is here."));
    Delivery.Attempt answer = sender.post(to, Map.of(), call.request().getBodyAsString());
    if (answer.status() < 0) {
      throw Refused.modern(503, "serviceUnavailable", "The gateway does not answer.");
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return Answer.of(answer.status(), "application/json", body);
  }
}
