package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.api.answer.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the operator's lists have in common: how their parameters are read, refused, and how a page leads to the next.
 *
 * @param code of a value that is not known
 */
record ListQuery(ProblemCode code, Set<String> states, int largestPage) {
    private static final String PAGE = "50";

    /** @param state one of the states, in upper case */
    record Filter(Optional<String> component, Optional<String> state, int limit) {}

    /** The parameters as they were sent. */
    record RawParameters(Optional<String> component, Optional<String> state, Optional<String> limit) {}

    HttpResponse<?> answer(RawParameters sent, Function<Filter, HttpResponse<?>> list) {
        Optional<String> state = sent.state().map(text -> text.strip().toUpperCase(Locale.ROOT));
        if (state.filter(text -> !states.contains(text)).isPresent()) {
            return refused(
                    "state",
                    sent.state().orElseThrow(),
                    "Write one of " + String.join(", ", new TreeSet<>(states)) + ".");
        }
        return number(sent.limit().orElse(PAGE))
                .filter(number -> number <= largestPage)
                .<HttpResponse<?>>map(number -> list.apply(new Filter(sent.component(), state, number.intValue())))
                .orElseGet(() ->
                        refused("limit", sent.limit().orElse(PAGE), "Write a number from 1 to " + largestPage + "."));
    }

    HttpResponse<?> refused(String field, String value, String hint) {
        String message = Excerpt.quoted(value) + " is no value of " + field + ".";
        return Refusal.of(HttpStatus.BAD_REQUEST, Problem.of(code, message, hint))
                .inField(field)
                .forInput(Excerpt.plain(value))
                .response();
    }

    /** A whole number from 1 on. */
    static Optional<Long> number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(number -> number >= 1);
    }

    /** What to send for the page after a full one; a page that is not full is the last. */
    static <T> Optional<String> next(List<T> found, int limit, Function<T, Object> cursor) {
        return found.size() < limit
                ? Optional.empty()
                : Optional.of(cursor.apply(found.get(found.size() - 1)).toString());
    }
}
