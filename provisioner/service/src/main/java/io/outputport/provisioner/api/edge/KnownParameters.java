package io.outputport.provisioner.api.edge;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.api.answer.PlainAnswers;
import io.outputport.provisioner.api.answer.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of query parameters that mean nothing. The operator's lists refuse them: a filter with a typing error
 * would list everything. The Tech Adapter API takes none, and a gateway may add its own: there they are ignored, and the
 * answer says so in a header.
 */
@ServerFilter("/**")
final class KnownParameters {
    static final String IGNORED = "Ignored-Parameters";
    private static final ProblemCode UNKNOWN = new ProblemCode("request-parameter-unknown");
    private static final Map<String, Set<String>> LISTS = Map.of(
            "/tasks", Set.of("component", "state", "limit", "before", PlainAnswers.DETAILS),
            "/tasks/events", Set.of("component", PlainAnswers.DETAILS),
            "/v1/ports", Set.of("component", "state", "limit", "after", PlainAnswers.DETAILS));
    private static final int MOST = 10;

    private final ApiPaths paths;

    KnownParameters(ApiPaths paths) {
        this.paths = paths;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        Set<String> known = LISTS.get(paths.path(request));
        if (known == null) {
            return null;
        }
        List<Problem> problems = unknown(request, known).stream()
                .map(name -> problem(name, known))
                .toList();
        return problems.isEmpty()
                ? null
                : Refusal.of(HttpStatus.BAD_REQUEST, problems).inField("query").response();
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String path = paths.path(request);
        boolean techAdapter = path.startsWith("/v1/") || path.startsWith("/v2/");
        if (techAdapter && !LISTS.containsKey(path)) {
            List<String> ignored = unknown(request, Set.of(PlainAnswers.DETAILS)).stream()
                    .filter(name -> name.matches("[\\w.~-]{1,50}"))
                    .toList();
            if (!ignored.isEmpty()) {
                response.header(IGNORED, String.join(", ", ignored));
            }
        }
    }

    private static List<String> unknown(HttpRequest<?> request, Set<String> known) {
        return new TreeSet<>(request.getParameters().names())
                .stream().filter(name -> !known.contains(name)).limit(MOST).toList();
    }

    private static Problem problem(String name, Set<String> known) {
        String hint = Nearest.to(name, known)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Write one of " + String.join(", ", new TreeSet<>(known)) + ", or leave it out.");
        return Problem.of(UNKNOWN, "There is no query parameter " + Excerpt.quoted(name) + ".", hint);
    }
}
