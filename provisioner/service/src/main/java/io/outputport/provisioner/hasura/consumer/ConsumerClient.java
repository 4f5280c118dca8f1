package io.outputport.provisioner.hasura.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.port.ConsumerQueries;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Sends a consumer's query. Counted apart: a query that is slow must not keep the service itself from Hasura. */
@Singleton
final class ConsumerClient implements ConsumerQueries {
    private static final String SYSTEM = "hasura-graphql";
    private static final ProblemCode UNANSWERED = new ProblemCode("try-unanswered");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 4 << 20;

    private final URI address;
    private final Calls calls;

    ConsumerClient(Settings settings, Calls calls, CallMeter meter) {
        this.address = URI.create(settings.requiredUrl("HASURA_URL").toString().replaceAll("/+$", "") + "/v1/graphql");
        this.calls = calls.countedAs(SYSTEM, meter);
    }

    @Override
    public Outcome<Answer> ask(String bearer, String body) {
        HttpRequest request = Calls.to(address, PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(body))
                .build();
        return calls.send(request, LARGEST_ANSWER).match(ConsumerClient::read, ConsumerClient::silent);
    }

    private static Outcome<Answer> read(Reply.Answer answer) {
        return answer.json()
                .filter(JsonNode::isObject)
                .map(json -> Outcome.done(new Answer(answer.status(), json.toString())))
                .orElseGet(() -> Outcome.later(
                        Reply.SOON,
                        unanswered("Hasura answered with status " + answer.status() + " and no JSON object.")));
    }

    private static Outcome<Answer> silent(Reply.Silence silence) {
        return Outcome.later(Reply.SOON, unanswered("Hasura could not be reached: " + silence.sentence() + "."));
    }

    private static Problem unanswered(String sentence) {
        return Problem.of(UNANSWERED, sentence, "Send the query again later.");
    }
}
