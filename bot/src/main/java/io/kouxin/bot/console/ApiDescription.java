package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Sight;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} and {@code /swagger-ui.html} say about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String TOKEN = "token";

  static {
    // They come from the door, not from the address.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Sight.class);
  }

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
                        + " {\"items\":[…],\"next\":cursor or null} with ?limit=&after=. The"
                        + " administrator's token opens everything, a program's token what its"
                        + " scopes name, a person's session what is theirs or their team's;"
                        + " what somebody may not see answers 404, what they may not do 403.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(new Components().addSecuritySchemes(TOKEN, bearer))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
