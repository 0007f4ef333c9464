package io.kouxin.bot.wiring;

import tools.jackson.databind.json.JsonMapper;

/** The JSON of the store: plain Jackson, so that no setting of the web API changes what is kept. */
record StoreJson(JsonMapper mapper) {
  static StoreJson plain() {
    return new StoreJson(JsonMapper.builder().build());
  }
}
