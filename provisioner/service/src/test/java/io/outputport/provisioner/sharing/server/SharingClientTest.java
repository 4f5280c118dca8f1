package io.outputport.provisioner.sharing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.StandIn;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import io.outputport.provisioner.sharing.plan.Owner;
import io.outputport.provisioner.sharing.plan.ShareTable;
import io.outputport.provisioner.sharing.plan.WantedShare;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sharing server in trouble answers, and what is made of it. */
class SharingClientTest {
    private static final WantedShare ORDERS = new WantedShare(
            "urn:port",
            "a b",
            ShareLifetimes.NONE,
            List.of(new ShareTable("sales", "orders", "lake", "o", false, Map.of("region", "EU"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>Welcome</html>                                          | later 5   | sharing-failing",
                "200 | {\"hello\":1}                                                 | later 5   | sharing-failing",
                "404 | <html>Not found</html>                                        | later 5   | sharing-failing",
                "404 | {\"message\":\"no route\"}                                    | later 5   | sharing-failing",
                "502 | Bad gateway                                                   | later 5   | sharing-failing",
                "500 | {\"errorCode\":\"INTERNAL_ERROR\",\"message\":\"oh\"}         | later 7   | sharing-failing",
                "503 | {\"errorCode\":\"TEMPORARILY_UNAVAILABLE\",\"message\":\"x\"} | later 7   | sharing-failing",
                "429 | {\"errorCode\":\"TOO_MANY_REQUESTS\",\"message\":\"x\"}       | later 7   | sharing-failing",
                "412 | {\"errorCode\":\"PRECONDITION_FAILED\",\"message\":\"x\"}     | later 0   | sharing-overtaken",
                "401 | {\"errorCode\":\"UNAUTHENTICATED\",\"message\":\"x\"}         | stopped   | sharing-refused",
                "403 | {\"errorCode\":\"PERMISSION_DENIED\",\"message\":\"x\"}       | stopped   | sharing-refused",
                "400 | {\"errorCode\":\"INVALID_PARAMETER_VALUE\",\"message\":\"x\"} | stopped   | sharing-refused",
                "400 | {\"errorCode\":\"MALFORMED_REQUEST\",\"message\":\"a is not a field here\"} | stopped | sharing-server-older",
                "404 | {\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"x\"} | stopped   | sharing-server-older",
            })
    void an_answer_to_a_write(int status, String body, String what, String code) {
        try (StandIn server = new StandIn(request -> Answer.of(status, body).with("Retry-After", "7"))) {
            assertThat(describe(client(server.url()).put(ORDERS, Optional.empty())))
                    .isEqualTo(what + " " + code);
        }
    }

    @Test
    void a_share_that_is_not_there_is_an_answer_and_so_are_its_grants() {
        String missing = "{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"There is no share.\"}";
        try (StandIn server = StandIn.answering(404, missing)) {
            SharingClient client = client(server.url());

            assertThat(client.share("x")).isEqualTo(Outcome.done(Optional.empty()));
            assertThat(client.grants("x")).isEqualTo(Outcome.done(Optional.empty()));
            assertThat(client.grant("x", List.of("user:a"))).isEqualTo(Outcome.done(Optional.empty()));
            assertThat(describe(client.shares())).isEqualTo("stopped sharing-server-older");
        }
    }

    @Test
    void a_share_without_its_etag_cannot_be_changed_safely() {
        try (StandIn server = StandIn.answering(200, "{\"name\":\"x\",\"tables\":[]}")) {
            assertThat(describe(client(server.url()).share("x"))).isEqualTo("later 5 sharing-failing");
        }
    }

    @Test
    void a_server_that_says_nothing_or_is_not_there_is_waited_for() {
        try (StandIn server = new StandIn(request -> Answer.silence())) {
            assertThat(describe(client(server.url()).share("x"))).isEqualTo("later 5 sharing-unreachable");
        }
        assertThat(describe(client(URI.create("http://127.0.0.1:1")).inspect("lake", "o")))
                .isEqualTo("later 5 sharing-unreachable");
        assertThat(new SharingHealth(client(URI.create("http://127.0.0.1:1")))
                        .look()
                        .status())
                .isEqualTo(Dependency.HealthLevel.DOWN);
    }

    @Test
    void a_write_says_all_of_the_share_under_its_condition_with_the_operators_token() {
        try (StandIn server = StandIn.answering(201, "{\"name\":\"a b\",\"tables\":[]}")) {
            client(server.url()).put(ORDERS, Optional.empty());

            StandIn.Request request = server.onlyRequest();
            assertThat(request.path()).isEqualTo("/admin/v1/shares/a%20b");
            assertThat(request.headers().toString())
                    .contains("Bearer the-token")
                    .containsIgnoringCase("if-none-match");
            assertThat(request.body())
                    .isEqualTo(
                            "{\"comment\":\"Output port urn:port\",\"tables\":[{\"schema\":\"sales\",\"name\":\"orders\","
                                    + "\"storage\":\"lake\",\"path\":\"o\",\"historyShared\":false,"
                                    + "\"partitionFilter\":{\"region\":\"EU\"}}]}");
        }
    }

    @Test
    void a_port_that_nobody_remembers_is_looked_for_by_what_its_share_says() {
        try (StandIn server = StandIn.answering(200, "{\"items\":[]}")) {
            client(server.url()).shares(new Owner("urn:port", List.of()));

            assertThat(server.onlyRequest().query()).isEqualTo("comment=Output%20port%20urn%3Aport");
        }
    }

    private static SharingClient client(URI url) {
        return new SharingClient(
                new SharingSettings(url, new Secret("the-token"), Duration.ofMillis(700), Optional.empty()),
                new Calls(Duration.ofSeconds(1)));
    }

    private static String describe(Outcome<?> outcome) {
        return outcome.match(
                done -> "done " + done,
                (after, problem) -> "later " + after.toSeconds() + " " + problem.code(),
                problems -> "stopped " + problems.get(0).code());
    }
}
