package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.Refusal;
import java.time.Duration;

/** What somebody is told who may not, or not now. */
final class AccessRefusals {
    private static final ProblemCode UNKNOWN = new ProblemCode("caller-unknown");
    private static final ProblemCode NOT_ALLOWED = new ProblemCode("caller-not-allowed");
    private static final ProblemCode KEYS = new ProblemCode("caller-keys-unavailable");
    private static final String CHALLENGE = "Bearer realm=\"provisioner\"";
    private static final Duration SOON = Duration.ofSeconds(30);

    private AccessRefusals() {}

    static HttpResponse<?> unauthorized(String reason) {
        Problem problem = Problem.of(
                UNKNOWN,
                reason,
                "Show the credentials that the operator gave out: a bearer token in the header Authorization, or a client"
                        + " certificate.");
        return Refusal.of(HttpStatus.UNAUTHORIZED, problem)
                .inField("Authorization")
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    static HttpResponse<?> forbidden(Role held) {
        String reason = held == Role.NONE
                ? "The caller is known, but holds no role of this service."
                : "The caller may look, but not change anything.";
        Problem problem = Problem.of(NOT_ALLOWED, reason, "Let the operator give it the role that is needed.");
        return Refusal.of(HttpStatus.FORBIDDEN, problem)
                .inField("Authorization")
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
    }

    static HttpResponse<?> unavailable() {
        return Refusal.busy(
                SOON,
                Problem.of(
                        KEYS,
                        "The caller's token cannot be checked: the identity provider's keys cannot be had.",
                        "Send the request again later."));
    }
}
