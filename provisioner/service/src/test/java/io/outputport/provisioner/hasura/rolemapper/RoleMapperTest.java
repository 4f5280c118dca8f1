package io.outputport.provisioner.hasura.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.StandIn;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.LedgerInMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the role mapper's contract, and what a proxy may put in its place. */
class RoleMapperTest {
    private static final String COMPONENT = "urn:dmb:cmp:sales:orders:1:orders api";
    private static final String ROLE = "sales_orders_1_ordersapi_role";
    private static final PortIdentity PORT =
            new PortIdentity(COMPONENT, Optional.of(ROLE), List.of("sales_orders_1_ordersapi_"), Optional.empty());
    private static final HasuraStep PUT_ROLE = new HasuraStep.PutRole(ROLE, COMPONENT, List.of("one", "two"));
    private static final String ROLE_BODY = "{\"role_id\":\"%s\",\"component_id\":\"%s\"}";

    @Test
    void the_role_of_the_component_is_found_and_needs_no_second_question() {
        try (StandIn mapper = StandIn.answering(200, ROLE_BODY.formatted("an_older_role", COMPONENT))) {
            Actual actual = done(roleMapper(mapper).read(PORT, Actual.NOTHING_READ));

            assertThat(actual.roleOfComponent()).contains("an_older_role");
            assertThat(actual.ownerOfComputedRole()).contains(COMPONENT);
            assertThat(mapper.onlyRequest().method()).isEqualTo("GET");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:dmb:cmp:sales:orders:1:orders api | urn%3Admb%3Acmp%3Asales%3Aorders%3A1%3Aorders%20api",
                "ab?c#d%e+f | ab%3Fc%23d%25e%2Bf",
                "größe | gr%C3%B6%C3%9Fe"
            })
    void a_component_id_is_one_percent_encoded_piece_of_the_path(String component, String encoded) {
        PortIdentity port = new PortIdentity(component, Optional.empty(), List.of(), Optional.empty());
        try (StandIn mapper = StandIn.answering(404, "\"Role not found\"")) {
            assertThat(done(roleMapper(mapper).read(port, Actual.NOTHING_READ)).roleOfComponent())
                    .isEmpty();

            assertThat(mapper.onlyRequest().path()).isEqualTo("/v1/roles/component_id/" + encoded);
        }
    }

    @Test
    void a_component_with_a_slash_is_looked_up_by_its_role_id() {
        String component = "urn:dmb:cmp:sales:orders:1:hasura/output-port";
        PortIdentity port = new PortIdentity(component, Optional.of(ROLE), List.of(), Optional.empty());
        try (StandIn mapper = StandIn.answering(200, ROLE_BODY.formatted(ROLE, component))) {
            assertThat(done(roleMapper(mapper).read(port, Actual.NOTHING_READ)).roleOfComponent())
                    .contains(ROLE);

            assertThat(mapper.onlyRequest().path()).isEqualTo("/v1/roles/" + ROLE);
        }
    }

    @Test
    void an_answer_about_another_component_is_refused_in_words() {
        try (StandIn mapper = StandIn.answering(200, ROLE_BODY.formatted("somebodys_role", "urn:somebody"))) {
            assertThat(describe(roleMapper(mapper).read(PORT, Actual.NOTHING_READ)))
                    .startsWith("later 5s role-mapper-mixed-up The role mapper was asked about component_id "
                            + COMPONENT + " and answered about urn:somebody");
        }
    }

    @Test
    void a_role_id_with_a_control_character_ends_in_words() {
        try (StandIn mapper = StandIn.answering(200, ROLE_BODY.formatted("a\\u0007role", COMPONENT))) {
            assertThat(describe(roleMapper(mapper).read(PORT, Actual.NOTHING_READ)))
                    .isEqualTo(
                            "stopped role-mapper-mixed-up The role mapper answers with a role_id that holds a control"
                                    + " character: a?role.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"role_id\":\"other\",\"users\":[]}", "[]", "\"Alive\"", "{\"message\":\"success\"}"})
    void a_write_counts_only_when_its_echo_says_what_was_sent(String echo) {
        try (StandIn mapper = StandIn.answering(200, echo)) {
            assertThat(describe(apply(mapper, new HasuraStep.PutAccess(ROLE, COMPONENT, People.NOBODY, People.NOBODY))))
                    .startsWith("later 5s role-mapper-mixed-up");
        }
    }

    @Test
    void after_a_call_without_an_answer_nothing_else_counts_for_a_while() {
        HasuraStep give = new HasuraStep.PutAccess(ROLE, COMPONENT, People.of(List.of("user:ann")), People.NOBODY);
        HasuraStep take = new HasuraStep.PutAccess(ROLE, COMPONENT, People.NOBODY, People.NOBODY);
        LedgerInMemory ledger = new LedgerInMemory();
        try (StandIn silent = new StandIn(request -> Answer.silence())) {
            assertThat(describe(
                            roleMapper(silent, Duration.ofMillis(200), ledger).apply(give, Progress.SILENT)))
                    .startsWith("later 5s role-mapper-unreachable");
        }

        try (StandIn mapper = new StandIn(request -> Answer.of(200, request.body()))) {
            assertThat(describe(
                            roleMapper(mapper, Duration.ofSeconds(20), ledger).apply(take, Progress.SILENT)))
                    .contains("role-unsettled", "an earlier call without an answer may still be at work");
        }
        assertThat(ledger.atWork()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500 | {\"error\":\"System error\"} | 0", "504 | <html>Time-out</html> | 1"})
    void its_own_error_ends_its_work_and_a_gateway_s_does_not(int status, String body, int atWork) {
        LedgerInMemory ledger = new LedgerInMemory();
        try (StandIn mapper = StandIn.answering(status, body)) {
            roleMapper(mapper, Duration.ofSeconds(20), ledger)
                    .apply(new HasuraStep.PutAccess(ROLE, COMPONENT, People.NOBODY, People.NOBODY), Progress.SILENT);
        }

        assertThat(ledger.atWork()).hasSize(atWork);
    }

    @Test
    void a_role_that_another_component_owns_is_told_with_its_owner() {
        try (StandIn mapper = new StandIn(request -> request.path().startsWith("/v1/roles/component_id/")
                ? Answer.of(404, "\"Role not found for component\"")
                : Answer.of(200, ROLE_BODY.formatted(ROLE, "urn:other")))) {
            Actual actual = done(roleMapper(mapper).read(PORT, Actual.NOTHING_READ));

            assertThat(actual.roleOfComponent()).isEmpty();
            assertThat(actual.ownerOfComputedRole()).contains("urn:other");
        }
    }

    @Test
    void a_role_is_put_whole_and_its_echo_is_success() {
        try (StandIn mapper = new StandIn(request -> Answer.of(200, request.body()))) {
            assertThat(done(apply(mapper, PUT_ROLE))).isEqualTo(Change.CHANGED);

            StandIn.Request put = mapper.onlyRequest();
            assertThat(put.method() + " " + put.path()).isEqualTo("PUT /v1/roles");
            assertThat(put.body())
                    .isEqualTo("{\"role_id\":\"" + ROLE + "\",\"component_id\":\"" + COMPONENT
                            + "\",\"graphql_root_field_names\":[\"one\",\"two\"]}");
        }
    }

    @Test
    void users_are_put_before_groups() {
        try (StandIn mapper = new StandIn(request -> Answer.of(200, request.body()))) {
            done(apply(
                    mapper,
                    new HasuraStep.PutAccess(
                            ROLE, COMPONENT, People.of(List.of("user:ann", "group:g")), People.NOBODY)));

            assertThat(mapper.requests())
                    .extracting(StandIn.Request::path)
                    .containsExactly("/v1/user_roles", "/v1/group_roles");
            assertThat(mapper.requests())
                    .extracting(StandIn.Request::body)
                    .containsExactly(
                            "{\"role_id\":\"" + ROLE + "\",\"users\":[\"user:ann\"]}",
                            "{\"role_id\":\"" + ROLE + "\",\"groups\":[\"group:g\"]}");
        }
    }

    @Test
    void groups_are_not_put_when_users_failed() {
        try (StandIn mapper = StandIn.answering(500, "{\"error\":\"System error\"}")) {
            apply(mapper, new HasuraStep.PutAccess(ROLE, COMPONENT, People.NOBODY, People.NOBODY));

            assertThat(mapper.onlyRequest().path()).isEqualTo("/v1/user_roles");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"errors\":[\"Role not found for role_id r\"]} | The role mapper refused: Role not found for role_id r.",
                "422 | {\"detail\":[]} | The role mapper refused: {\"detail\":[]}."
            })
    void a_refusal_ends_the_task_with_the_role_mappers_words(int status, String body, String sentence) {
        try (StandIn mapper = StandIn.answering(status, body)) {
            assertThat(describe(apply(mapper, PUT_ROLE))).isEqualTo("stopped role-mapper-refused " + sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error\":\"System error\"} | status 500, System error",
                "404 | \"Not Found\" | status 404, \"Not Found\"",
                "502 | <html>Bad Gateway</html> | status 502 and no JSON",
                "404 | <html>Not Found</html> | status 404 and no JSON",
                "400 | <html>Bad Request</html> | status 400 and no JSON",
                "200 | <html>Login</html> | status 200 and no JSON",
                "302 | '' | status 302 and no JSON"
            })
    void what_a_proxy_or_a_broken_role_mapper_answers_is_tried_again(int status, String body, String how) {
        try (StandIn mapper = StandIn.answering(status, body)) {
            assertThat(describe(apply(mapper, PUT_ROLE)))
                    .isEqualTo(
                            "later 5s role-mapper-failing The role mapper does not answer as it should: " + how + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>no such page</html>", "", "{\"detail\":\"Not Found\"}"})
    void only_the_role_mappers_own_404_means_that_there_is_no_role(String body) {
        try (StandIn mapper = StandIn.answering(404, body)) {
            assertThat(describe(roleMapper(mapper).read(PORT, Actual.NOTHING_READ)))
                    .startsWith("later 5s role-mapper-failing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"Alive\"", "null", "{\"role_id\":\"\"}"})
    void a_200_without_a_role_in_it_does_not_pass_for_an_answer(String body) {
        try (StandIn mapper = StandIn.answering(200, body)) {
            assertThat(describe(roleMapper(mapper).read(PORT, Actual.NOTHING_READ)))
                    .startsWith("later 5s role-mapper-failing");
        }
    }

    @Test
    void retry_after_is_respected() {
        try (StandIn mapper = new StandIn(request -> Answer.of(503, "{}").with("Retry-After", "17"))) {
            assertThat(describe(apply(mapper, PUT_ROLE))).startsWith("later 17s role-mapper-failing");
        }
    }

    @Test
    void silence_is_tried_again() {
        try (StandIn mapper = new StandIn(request -> Answer.silence())) {
            Outcome<Change> outcome = roleMapper(mapper, Duration.ofMillis(200)).apply(PUT_ROLE, Progress.SILENT);

            assertThat(describe(outcome))
                    .isEqualTo("later 5s role-mapper-unreachable The role mapper did not answer within 0.2 s.");
        }
    }

    @Test
    void a_long_refusal_is_cut() {
        try (StandIn mapper = StandIn.answering(400, "{\"errors\":[\"" + "x".repeat(5000) + "\"]}")) {
            assertThat(describe(apply(mapper, PUT_ROLE))).endsWith("x….").hasSizeLessThan(400);
        }
    }

    private static Outcome<Change> apply(StandIn mapper, HasuraStep step) {
        return roleMapper(mapper).apply(step, Progress.SILENT);
    }

    private static RoleMapper roleMapper(StandIn mapper) {
        return roleMapper(mapper, Duration.ofSeconds(20));
    }

    private static RoleMapper roleMapper(StandIn mapper, Duration timeout) {
        return roleMapper(mapper, timeout, new LedgerInMemory());
    }

    private static RoleMapper roleMapper(StandIn mapper, Duration timeout, LedgerInMemory ledger) {
        RoleMapperSettings settings = new RoleMapperSettings(mapper.url(), timeout, Duration.ZERO);
        RoleMapperClient client = new RoleMapperClient(settings, new Calls(Duration.ofSeconds(5)));
        return new RoleMapper(client, new RoleWrites(client, settings, ledger, new LongCalls()));
    }

    private static String describe(Outcome<?> outcome) {
        return outcome.match(
                value -> "done " + value,
                (after, problem) -> "later " + after.toSeconds() + "s " + problem.code() + " " + problem.message(),
                problems -> "stopped " + problems.get(0).code() + " "
                        + problems.get(0).message());
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
