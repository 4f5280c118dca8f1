package io.outputport.provisioner.flow.trial;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.port.ConsumerQueries;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks a query as a consumer. It uses the consumer's own token and nothing of ours, so it opens nothing that the consumer
 * could not open without it.
 */
public final class Trial {
    private static final ProblemCode OFF = new ProblemCode("try-off");
    private static final ProblemCode BEARER = new ProblemCode("try-bearer");
    /** What a header can hold without becoming two. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    private final boolean allowed;
    private final Optional<ConsumerQueries> consumers;

    Trial(boolean allowed, Optional<ConsumerQueries> consumers) {
        this.allowed = allowed;
        this.consumers = consumers;
    }

    public boolean isAllowed() {
        return allowed && consumers.isPresent();
    }

    /** @param body of a GraphQL request, as JSON */
    public Outcome<ConsumerQueries.Answer> ask(String bearer, String body) {
        if (!isAllowed()) {
            return Outcome.stopped(Problem.of(
                    OFF, "Queries cannot be tried out here.", "Let the operator set TRY_QUERIES=true, or ask Hasura."));
        }
        return TOKEN.matcher(bearer).matches()
                ? consumers.orElseThrow().ask(bearer, body)
                : Outcome.stopped(unusable());
    }

    private static Problem unusable() {
        return new Problem(
                BEARER,
                "The bearer token holds characters that no token has, or is too long.",
                Optional.of("bearer"),
                Optional.empty(),
                Optional.of("Send the token alone, without Bearer before it and without spaces."));
    }
}
