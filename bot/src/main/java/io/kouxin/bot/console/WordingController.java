package io.kouxin.bot.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words on the pages, from {@code templates/messages/console.*.yaml}. */
@RestController
@Tag(name = "Wording")
class WordingController {
  private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

  WordingController() throws IOException {
    var yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    for (Language language : Language.values()) {
      var file = new ClassPathResource("templates/messages/console." + language.tag() + ".yaml");
      try (var in = file.getInputStream()) {
        words.put(language, yaml.readValue(in, new TypeReference<TreeMap<String, String>>() {}));
      }
    }
  }

  @GetMapping("/api/v1/wording")
  @Operation(summary = "The words on the pages, by key")
  Map<String, String> wording(@RequestParam(defaultValue = "zh-CN") String language) {
    return words.getOrDefault(Language.of(language), Map.of());
  }
}
