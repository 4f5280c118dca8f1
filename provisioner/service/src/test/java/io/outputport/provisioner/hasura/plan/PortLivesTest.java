package io.outputport.provisioner.hasura.plan;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hundred ports live at random beside each other: they move to other tables, they and their data products are renamed,
 * and they are removed in any order, some with a descriptor that says nothing of the product any more. What is left of
 * Hasura's metadata is what was there before, byte for byte.
 */
class PortLivesTest {
    private static final int PORTS = 200;
    private static final int EVENTS = 600;
    private static final Export BEFORE =
            Export.of("{\"name\":\"others\",\"kind\":\"postgres\",\"configuration\":{\"secret\":12345678901234567890},"
                    + "\"tables\":[{\"table\":{\"schema\":\"s\",\"name\":\"t\"},\"unknown\":[1.50,{}]}]}");

    private Export hasura = BEFORE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_is_left_behind(long seed) {
        Random random = new Random(seed);
        List<Life> lives =
                new ArrayList<>(IntStream.range(0, PORTS).mapToObj(Life::new).toList());

        for (int event = 0; event < EVENTS; event++) {
            Life life = lives.get(random.nextInt(PORTS));
            if (random.nextInt(4) == 0) {
                life.unprovision(random.nextBoolean());
            } else {
                life.rename(random);
                life.provision();
            }
        }
        Collections.shuffle(lives, random);
        lives.forEach(life -> life.unprovision(random.nextBoolean()));

        assertThat(hasura.metadata()).as("seed " + seed).isEqualTo(BEFORE.metadata());
    }

    /** One port, as the register and the role mapper know it. */
    private final class Life {
        private final int number;
        private WantedPort wanted;
        private Optional<ServedPort> registered = Optional.empty();
        private Optional<String> role = Optional.empty();

        Life(int number) {
            this.number = number;
            this.wanted = port(0, 0, 0);
        }

        void rename(Random random) {
            wanted = port(random.nextInt(3), random.nextInt(2), random.nextInt(4));
        }

        private WantedPort port(int product, int name, int table) {
            return aPort().named("port" + number)
                    .calledBy("sales_product" + number % 7 + "x" + product + "_1", "p" + number + "n" + name)
                    .over("schema" + table % 2, "view" + table / 2 + "of" + number % 50)
                    .build();
        }

        void provision() {
            WantedPort known = wanted.as(Registered.as(wanted.identity(), registered));
            ProvisionPlan plan = done(Plans.provision(known, actual()));
            write(new MetadataChange(known.identity(), plan.role(), Optional.of(known)));
            registered = Optional.of(plan.served(known));
            role = Optional.of(plan.role());
        }

        void unprovision(boolean readable) {
            PortIdentity identity = wanted.identity();
            PortIdentity known = readable
                    ? Registered.as(identity, registered)
                    : new PortIdentity(
                            identity.component(), Optional.empty(), List.of(), Optional.empty(), registered, List.of());
            if (Plans.unprovision(known, actual()).isPresent()) {
                write(new MetadataChange(known, role.or(identity::computedRole).orElseThrow(), Optional.empty()));
            }
            registered = Optional.empty();
        }

        private Actual actual() {
            return Actual.NOTHING_READ
                    .withMetadata(hasura.actual())
                    .withRole(role, role.map(held -> wanted.identity().component()));
        }
    }

    private void write(MetadataChange change) {
        hasura = hasura.after(change);
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.match(
                value -> value,
                (after, problem) -> {
                    throw new AssertionError(problem.sentence());
                },
                problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
