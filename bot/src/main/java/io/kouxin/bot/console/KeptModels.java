package io.kouxin.bot.console;

import io.kouxin.bot.hearing.ModelKeeper;
import java.util.List;
import org.springframework.stereotype.Component;

/** The speech models that the service keeps. */
@Component
class KeptModels implements SpeechModels {
  private final ModelKeeper keeper;

  KeptModels(ModelKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public List<Model> models() {
    return keeper.models().stream().map(KeptModels::model).toList();
  }

  private static Model model(ModelKeeper.Wanted wanted) {
    return new Model(
        wanted.name(),
        Language.of(wanted.language().toLanguageTag()),
        State.valueOf(wanted.state().name()),
        wanted.done(),
        wanted.total(),
        wanted.message());
  }
}
