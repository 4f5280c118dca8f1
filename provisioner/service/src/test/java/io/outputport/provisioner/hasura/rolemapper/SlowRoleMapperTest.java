package io.outputport.provisioner.hasura.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.StandIn;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.foundation.transport.StandIn.Request;
import io.outputport.provisioner.hasura.plan.HasuraStep.PutAccess;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.LedgerInMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A role mapper that inserts user by user and answers when all are in; others can ask it meanwhile. */
class SlowRoleMapperTest {
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final PutAccess TEN_THOUSAND = new PutAccess(
            "r",
            "urn:c",
            People.of(IntStream.range(0, 10_000).mapToObj(i -> "user:u" + i).toList()),
            People.NOBODY);

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void ten_thousand_users_are_one_write_however_slow_it_is() {
        try (StandIn slow = writingUntilAsked(5)) {
            assertThat(put(slow)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(slow.requests()).filteredOn(SlowRoleMapperTest::isUsers).hasSize(1);
            assertThat(ledger.atWork()).isEmpty();
            assertThat(log)
                    .isNotEmpty()
                    .allMatch(line -> line.matches("The role mapper has been writing 10000 entries for \\d+ s.*"));
        }
    }

    @Test
    void the_second_list_is_told_with_the_pace_of_the_first() {
        try (StandIn slow = writingUntilAsked(5)) {
            RoleMapper mapper = roleMapper(slow);
            apply(mapper);
            log.clear();
            apply(mapper);
        }
        assertThat(log).allMatch(line -> line.contains("at its earlier pace it takes "));
    }

    @Test
    void a_write_of_which_nothing_is_heard_ends_all_the_same() {
        try (StandIn lost = new StandIn(request -> isUsers(request) ? Answer.silence() : unknownRole())) {
            assertThat(put(lost).toString()).contains("role-mapper-unreachable");

            assertThat(ledger.atWork()).hasSize(1);
        }
    }

    /** Pace without a clock: it is done when it was asked so often whether it is there. */
    private static StandIn writingUntilAsked(int times) {
        CountDownLatch asked = new CountDownLatch(times);
        return new StandIn(request -> {
            if (request.method().equals("GET")) {
                asked.countDown();
                return unknownRole();
            }
            return isUsers(request) ? after(asked, request) : Answer.of(200, request.body());
        });
    }

    private static Answer after(CountDownLatch asked, Request request) {
        try {
            boolean isWritten = asked.await(30, TimeUnit.SECONDS);
            return Answer.of(isWritten ? 200 : 500, request.body());
        } catch (InterruptedException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static boolean isUsers(Request request) {
        return request.path().equals("/v1/user_roles");
    }

    private static Answer unknownRole() {
        return Answer.of(404, "\"Role not found\"");
    }

    private Outcome<Change> put(StandIn mapper) {
        return apply(roleMapper(mapper));
    }

    private Outcome<Change> apply(RoleMapper mapper) {
        return mapper.apply(TEN_THOUSAND, (severity, phase, sentence) -> log.add(sentence));
    }

    private RoleMapper roleMapper(StandIn mapper) {
        RoleMapperSettings settings = new RoleMapperSettings(mapper.url(), PATIENCE, Duration.ZERO);
        RoleMapperClient client = new RoleMapperClient(settings, new Calls(Duration.ofSeconds(5)));
        return new RoleMapper(client, new RoleWrites(client, settings, ledger, new LongCalls(Duration.ofMillis(1))));
    }
}
