package io.kouxin.bot.console;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answers to a client's mistakes, to be thrown; the client reads the sentence. */
final class Problem {
  private Problem() {}

  static ErrorResponseException badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  /** The same with what programs can read of it. */
  static ErrorResponseException badRequest(String detail, Map<String, Object> properties) {
    ErrorResponseException problem = badRequest(detail);
    properties.forEach(problem.getBody()::setProperty);
    return problem;
  }

  static ErrorResponseException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  static ErrorResponseException conflict(String detail) {
    return of(HttpStatus.CONFLICT, detail);
  }

  static ErrorResponseException unavailable(String detail) {
    return of(HttpStatus.SERVICE_UNAVAILABLE, detail);
  }

  private static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
