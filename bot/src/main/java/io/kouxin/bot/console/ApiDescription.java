package io.kouxin.bot.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} and {@code /swagger-ui.html} say about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String TOKEN = "admin-token";

  @Bean
  OpenAPI kouxinApi() {
    var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    return new OpenAPI()
        .info(
            new Info()
                .title("Kouxin")
                .version("v1")
                .description(
                    "What reps said, as records. Errors are RFC 9457 problem details; lists are"
                        + " {\"items\":[…],\"next\":cursor or null} with ?limit=&after=.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(new Components().addSecuritySchemes(TOKEN, bearer))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
