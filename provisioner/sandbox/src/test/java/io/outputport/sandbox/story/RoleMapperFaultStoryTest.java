package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.interleaving.Action;
import io.outputport.sandbox.interleaving.Action.Fault;
import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.Unprovision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import io.outputport.sandbox.interleaving.Ending;
import io.outputport.sandbox.interleaving.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault, at every call to the role mapper, in every operation: nobody has wrong access, nothing is COMPLETED that was
 * not done, and once the fault is gone all becomes right. The usual run takes a sample; {@code -Dfaults.stride=1} takes
 * all.
 */
@ExtendWith(World.Provided.class)
class RoleMapperFaultStoryTest {
    private static final int STRIDE = Integer.getInteger("faults.stride", 23);
    private static final int AT_ONCE = 40;
    private static final List<String> FAULTS = List.of(
            "timeout-before",
            "timeout-after",
            "slow",
            "drip",
            "reset",
            "reset-late",
            "truncated",
            "html-200",
            "empty-200",
            "bare-200",
            "another",
            "oversized",
            "status-422",
            "status-500",
            "html-502");

    private final World world;
    private final Audit audit;

    RoleMapperFaultStoryTest(World world) {
        this.world = world;
        this.audit = new Audit(world);
    }

    @AfterEach
    void clearFaults() {
        world.roleMapper().clearFaults();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_gets_or_keeps_what_they_should_not(Length length) throws IOException {
        Map<String, String> variables = world.variables();
        variables.put("ROLE_MAPPER_TIMEOUT", "1s");
        variables.put("PARALLEL_TASKS", Integer.toString(AT_ONCE));
        variables.put("RETRY_BUDGET", length.budget);
        Map<String, String> wrong = new ConcurrentSkipListMap<>();
        List<Cell> cells = Cell.sample(length);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Fleet fleet = Fleet.of(
                        1, () -> ReplicaBehindRelays.start(variables, postgres.getJdbcUrl("postgres", "postgres")))) {
            for (int from = 0; from < cells.size(); from += AT_ONCE) {
                AtOnce.run(cells.subList(from, Math.min(cells.size(), from + AT_ONCE)).stream()
                        .<Runnable>map(cell ->
                                () -> play(cell, fleet).ifPresent(what -> wrong.put(cell.toString(), what)))
                        .toList());
            }
        }
        System.out.println(length + ": " + cells.size() + " cells, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
    }

    private Optional<String> play(Cell cell, Fleet fleet) {
        PortLife port = new PortLife(fleet, cell.product(), Set.of());
        if (cell.operation != Operation.PROVISION) {
            port.carryOut(new Provision(false));
            port.carryOut(new UpdateAcl(Set.of(Person.ALICE, Person.DAVE)));
        }
        Fault fault = cell.fault();
        port.tell(fault.toString());
        world.roleMapper().arm(fault.json(port.mentioned()));
        Ending ending = port.carryOut(cell.operation.action);
        List<String> wrong = new ArrayList<>();
        if (ending == Ending.NEVER) {
            wrong.add("did not end");
        }
        if (ending == Ending.FAILED && cell.isRemovalBeforeAnyWrite()) {
            port.expectation().lastHadNoEffect();
        }
        audit.intruders(List.of(port)).values().forEach(wrong::add);
        world.roleMapper().disarm(port.mentioned());
        new Aftermath(audit, Set.of()).of(port).ifPresent(wrong::add);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong) + "\n" + port.story());
    }

    /** One fault at one call in one operation. */
    private record Cell(int number, Length length, Operation operation, String step, String name) {
        private static final List<String> STEPS = List.of(
                "/v1/roles/component_id/*", "/v1/roles/%srole", "/v1/roles", "/v1/user_roles", "/v1/group_roles");

        static List<Cell> sample(Length length) {
            List<Cell> cells = new ArrayList<>();
            for (Operation operation : Operation.values()) {
                for (String step : STEPS) {
                    for (String fault : FAULTS) {
                        cells.add(new Cell(cells.size(), length, operation, step, fault));
                    }
                }
            }
            return cells.stream().filter(cell -> cell.number % STRIDE == 0).toList();
        }

        String product() {
            return "Fault" + length.name().charAt(0) + number + "x";
        }

        /** A snapshot is different: what it takes away is taken by whatever writes access later. */
        boolean isRemovalBeforeAnyWrite() {
            return operation == Operation.UNPROVISION && length == Length.LASTING && step.equals(STEPS.get(0));
        }

        /** Those that hold an answer hold it beyond the time-out; those that do not are not touched by it. */
        Fault fault() {
            String path = step.formatted(Product.vaccinations(product()).prefix());
            Duration held = name.equals("drip") ? Duration.ofMillis(200) : Duration.ofMillis(1500);
            return new Fault(path, Optional.empty(), name, held, length.times);
        }

        @Override
        public String toString() {
            return length + " " + name + " at " + step + " in " + operation;
        }
    }

    private enum Operation {
        PROVISION(new Provision(false)),
        PROVISION_AGAIN(new Provision(false)),
        UPDATE_ACL(new UpdateAcl(Set.of(Person.BOB))),
        REVOKE_ALL(new UpdateAcl(Set.of())),
        UNPROVISION(new Unprovision()),
        RENAME(new Provision(true));

        private final Action action;

        Operation(Action action) {
            this.action = action;
        }
    }

    /** How often the fault is met, and how long the service tries. */
    private enum Length {
        PASSING(1, "60s"),
        LASTING(1000, "5s");

        private final int times;
        private final String budget;

        Length(int times, String budget) {
            this.times = times;
            this.budget = budget;
        }
    }
}
