package io.outputport.provisioner.api.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.api.wire.error.ErrorMoreInfo;
import io.outputport.provisioner.api.wire.error.RequestValidationError;
import io.outputport.provisioner.api.wire.error.SystemError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An answer that says no, in the two error bodies of the Tech Adapter API: {@code SystemError} for 5xx, else
 * {@code RequestValidationError}. The one place that fills them.
 *
 * @param field what {@code inputErrorField} says when the first problem names no field itself
 * @param input what was sent, only where it is short and helps
 */
public record Refusal(HttpStatus status, List<Problem> problems, Optional<String> field, Optional<String> input) {
    private static final int LONGEST_INPUT = 200;

    public Refusal {
        problems = List.copyOf(problems);
        input = input.map(text -> Sentences.clip(text, LONGEST_INPUT));
    }

    public static Refusal of(HttpStatus status, Problem problem) {
        return new Refusal(status, List.of(problem), Optional.empty(), Optional.empty());
    }

    public static Refusal of(HttpStatus status, List<Problem> problems) {
        return new Refusal(status, problems, Optional.empty(), Optional.empty());
    }

    public Refusal inField(String name) {
        return new Refusal(status, problems, Optional.of(name), input);
    }

    public Refusal forInput(String text) {
        return new Refusal(status, problems, field, Optional.of(text));
    }

    public MutableHttpResponse<Object> response() {
        return HttpResponse.<Object>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body());
    }

    public Object body() {
        return status.getCode() >= 500
                ? new SystemError(userMessage(), userMessage(), input, errorField(), moreInfo())
                : new RequestValidationError(
                        Sentences.of(problems),
                        userMessage(),
                        input,
                        errorField(),
                        moreInfo(),
                        Details.of(problems, List.of()));
    }

    private String userMessage() {
        String first = Sentences.of(problems.subList(0, 1)).get(0);
        return problems.size() == 1 ? first : problems.size() + " things are wrong. The first: " + first;
    }

    private Optional<String> errorField() {
        return problems.get(0).path().or(() -> field);
    }

    private ErrorMoreInfo moreInfo() {
        return new ErrorMoreInfo(Sentences.withoutHint(problems), Sentences.hints(problems));
    }

    /** Not now: to be sent again after that time. */
    public static HttpResponse<?> busy(Duration after, Problem problem) {
        // Whole seconds, rounded up: an earlier repeat would be refused again.
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return of(HttpStatus.SERVICE_UNAVAILABLE, problem)
                .response()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
