package io.kouxin.bot.console;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Login;
import io.kouxin.integrations.channel.PageKit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A platform that believes every code: it is the account, unless it was used before; {@code
 * outside} is of another company, and at {@code busy} nobody answers.
 */
final class ScriptedPlatform implements Login, PageKit {
  static final String BROWSER = "Mozilla/5.0 (iPhone) Scripted/1";
  private static final URI SCRIPT = URI.create("https://scripts.example.com/one.js");

  private final Set<String> used = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "dingtalk";
  }

  @Override
  public boolean isOwnBrowser(String userAgent) {
    return userAgent.contains("Scripted");
  }

  @Override
  public URI page(Visit visit) {
    return URI.create(
        "https://platform.example.com/?back=" + visit.callback() + "&state=" + visit.state());
  }

  @Override
  public Optional<Script> script() {
    return Optional.of(new Script(SCRIPT, Map.of("company", "<c&1>")));
  }

  @Override
  public Claim claim(Map<String, String> answer) throws ChannelException {
    String code = answer.getOrDefault("code", "");
    if (code.equals("busy")) {
      throw new ChannelException.Retry(Duration.ofSeconds(5), "busy");
    }
    if (code.isEmpty() || !used.add(code)) {
      return new Claim.Spent();
    }
    return code.equals("outside") ? new Claim.Outsider() : new Claim.Member(code);
  }

  void forget() {
    used.clear();
  }

  @Override
  public List<URI> scripts() {
    return List.of(SCRIPT);
  }

  @Override
  public Signature sign(URI page) throws ChannelException {
    if (String.valueOf(page.getQuery()).equals("busy")) {
      throw new ChannelException.Retry(Duration.ofSeconds(5), "busy");
    }
    return new Signature("corp", "7", 1, "n", "proof of " + page, Optional.empty());
  }
}
