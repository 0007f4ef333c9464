package io.kouxin.bot.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Every error of the API as an RFC 9457 problem detail, in words a client can act on. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        e, HttpStatus.BAD_REQUEST, "The body is not the JSON we expect" + where(e), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = "A file may hold at most " + Uploads.LARGEST.toMegabytes() + " MB.";
    return answer(e, HttpStatus.CONTENT_TOO_LARGE, detail, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(e, HttpStatus.NOT_FOUND, "There is nothing at this address.", request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> brokenUpload(MultipartException e, WebRequest request) {
    if (FullDisk.caused(e)) {
      return answer(e, HttpStatus.INSUFFICIENT_STORAGE, FullDisk.ADVICE, request);
    }
    return answer(
        e, HttpStatus.BAD_REQUEST, "The upload is not readable as multipart/form-data.", request);
  }

  /** A mistake of ours: the log has the whole of it, the client a reference to find it by. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
    if (FullDisk.caused(e)) {
      log.warn("The store is full.");
      return answer(e, HttpStatus.INSUFFICIENT_STORAGE, FullDisk.ADVICE, request);
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null; // nobody is there to read an answer
    }
    String reference = UUID.randomUUID().toString();
    log.error("Unexpected, reference {}", reference, e);
    String detail = "Something went wrong here. The log has it under " + reference + ".";
    return answer(e, HttpStatus.INTERNAL_SERVER_ERROR, detail, request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception e, HttpStatus status, String detail, WebRequest request) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    var body = ProblemDetail.forStatusAndDetail(status, detail);
    return handleExceptionInternal(e, body, headers, status, request);
  }

  private static String where(HttpMessageNotReadableException e) {
    if (e.getCause() instanceof JacksonException json && json.getLocation() != null) {
      var at = json.getLocation();
      return " (line %d, column %d).".formatted(at.getLineNr(), at.getColumnNr());
    }
    return ".";
  }
}
