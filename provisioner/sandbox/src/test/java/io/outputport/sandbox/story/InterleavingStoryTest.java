package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.interleaving.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Provisions, snapshots, removals, renames and stops in any order, while replicas die and the systems around them are slow
 * or wrong: nobody reads who must not, at any moment, and in the end those read who should. A few in the usual run;
 * {@code -Dinterleavings=500} for many, {@code -Dinterleavings.seed} to repeat a round.
 */
@ExtendWith(World.Provided.class)
class InterleavingStoryTest {
    private static final int INTERLEAVINGS = Integer.getInteger("interleavings", 20);
    private static final long FIRST_SEED = Long.getLong("interleavings.seed", 1);
    private static final int PORTS_OF_A_ROUND = Integer.getInteger("interleavings.at.once", 10);

    private final World world;

    @TempDir
    private Path folder;

    InterleavingStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void mend() {
        world.engine().clearFaults();
        world.roleMapper().clearFaults();
        world.roleMapper().pace(Duration.ZERO);
    }

    @Test
    void whatever_happens_to_a_port_those_read_it_who_should() throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            for (int played = 0; played < INTERLEAVINGS; played += PORTS_OF_A_ROUND) {
                long seed = FIRST_SEED + played / PORTS_OF_A_ROUND;
                Instant begin = Instant.now();
                Kind kind = Kind.of(seed);
                int ports = Math.min(PORTS_OF_A_ROUND, INTERLEAVINGS - played);
                Collection<String> ofRound = play(kind, seed, ports, postgres);
                ofRound.forEach(story -> wrong.add("Seed " + seed + ": " + story));
                System.out.printf(
                        "seed %d, %s: %d interleavings, %d wrong, %d s%n",
                        seed,
                        kind,
                        ports,
                        ofRound.size(),
                        Duration.between(begin, Instant.now()).toSeconds());
                ofRound.forEach(System.out::println);
            }
        }
        assertThat(wrong)
                .as("interleavings that went wrong, of " + INTERLEAVINGS)
                .isEmpty();
    }

    private Collection<String> play(Kind kind, long seed, int ports, EmbeddedPostgres postgres) throws SQLException {
        Map<String, String> variables = variables(seed);
        Set<Person> locked = variables.containsKey("LOCKED_IDENTITIES") ? Set.of(Person.OWNER) : Set.of();
        String tasks = kind == Kind.ONE_PROCESS_ON_H2
                ? "jdbc:h2:file:" + folder.resolve("tasks" + seed).toAbsolutePath()
                : database(postgres, "tasks" + seed);
        try (Fleet fleet = Fleet.of(
                kind == Kind.ONE_PROCESS_ON_H2 ? 1 : 2,
                () -> kind == Kind.TWO_REPLICAS_CUT_OFF
                        ? ReplicaBehindRelays.start(variables, tasks)
                        : ReplicaProcess.start(variables, tasks))) {
            return new Round(world, fleet, seed, ports, locked).play();
        }
    }

    private Map<String, String> variables(long seed) {
        Map<String, String> variables = world.variables();
        variables.put("ROLE_MAPPER_TIMEOUT", "1s");
        variables.put("HASURA_TIMEOUT", "2s");
        variables.put("HASURA_WRITE_TIMEOUT", "3s");
        variables.put("CONFIRM_TIMEOUT", "20s");
        variables.put("RETRY_BUDGET", "60s");
        variables.put("TAKEOVER_AFTER", "2s");
        variables.put("SHUTDOWN_GRACE", "1s");
        variables.put("INTERRUPTION_LIMIT", "1000");
        if (seed % 3 == 0) {
            variables.put("DRIFT_CHECK", "repair");
            variables.put("DRIFT_CHECK_INTERVAL", "1s");
        }
        if (seed % 4 == 1) {
            variables.put("LOCKED_IDENTITIES", "owner");
        }
        return variables;
    }

    private static String database(EmbeddedPostgres postgres, String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    /** What dies, and how. */
    private enum Kind {
        TWO_REPLICAS_CUT_OFF,
        TWO_PROCESSES_KILLED,
        ONE_PROCESS_ON_H2;

        static Kind of(long seed) {
            return switch ((int) (seed % 5)) {
                case 2 -> TWO_PROCESSES_KILLED;
                case 4 -> ONE_PROCESS_ON_H2;
                default -> TWO_REPLICAS_CUT_OFF;
            };
        }
    }
}
