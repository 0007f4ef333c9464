package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Sight;
import io.kouxin.bot.people.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the caller whom the door let in, and whom that caller may see. */
@Component
class Callers implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private final People people;

  Callers(People people) {
    this.people = people;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class
        || parameter.getParameterType() == Sight.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a request of a servlet");
    }
    Caller caller = Caller.of(request);
    return parameter.getParameterType() == Caller.class ? caller : Sight.of(caller, people);
  }
}
