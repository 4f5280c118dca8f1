package io.outputport.sandbox.interleaving;

import io.outputport.sandbox.interleaving.Action.Fault;
import io.outputport.sandbox.interleaving.Action.Kill;
import io.outputport.sandbox.interleaving.Action.Pace;
import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.Stop;
import io.outputport.sandbox.interleaving.Action.Timed;
import io.outputport.sandbox.interleaving.Action.Unprovision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Actions out of a seed: the same seed, the same actions. */
public final class Script {
    /** Each call to the role mapper. */
    private static final List<String> ROLE_MAPPER =
            List.of("/v1/roles/component_id/*", "/v1/roles", "/v1/user_roles", "/v1/group_roles", "/v1/*");

    private static final List<String> METADATA = List.of("export_metadata", "replace_metadata", "bulk");
    private static final List<String> ROLE_MAPPER_FAULTS = List.of(
            "slow",
            "timeout-before",
            "timeout-after",
            "reset",
            "drip",
            "truncated",
            "html-200",
            "empty-200",
            "another",
            "oversized",
            "status-500",
            "html-502");
    private static final List<String> HASURA_FAULTS = List.of(
            "slow", "timeout-before", "timeout-after", "reset", "status-500", "html-502", "html-200", "conflict");

    private final Random chance;

    private Script(long seed) {
        // Neighbouring seeds of Random begin alike.
        this.chance = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** The life of one port; most begin with a provision. */
    public static List<Timed> ofPort(long seed) {
        return new Script(seed).port();
    }

    /** What happens to everybody meanwhile. */
    public static List<Timed> ofWorld(long seed, int replicas) {
        return new Script(seed).world(replicas);
    }

    private List<Timed> port() {
        List<Timed> actions = new ArrayList<>();
        if (chance.nextInt(10) > 0) {
            actions.add(new Timed(Duration.ZERO, new Provision(false)));
            actions.add(timed(400, new UpdateAcl(people())));
        }
        int more = 3 + chance.nextInt(6);
        for (int number = 0; number < more; number++) {
            actions.add(timed(600, action()));
        }
        return actions;
    }

    private Action action() {
        int kind = chance.nextInt(100);
        if (kind < 38) {
            return new UpdateAcl(chance.nextInt(4) == 0 ? Set.of() : people());
        }
        if (kind < 56) {
            return new Provision(chance.nextInt(3) == 0);
        }
        if (kind < 67) {
            return new Unprovision();
        }
        return kind < 79 ? new Stop() : roleMapperFault();
    }

    private List<Timed> world(int replicas) {
        List<Timed> actions = new ArrayList<>();
        actions.add(timed(100, new Pace(Duration.ofMillis(chance.nextInt(120)))));
        List<Supplier<Action>> kinds = List.of(
                () -> new Kill(chance.nextInt(replicas)),
                () -> new Kill(chance.nextInt(replicas)),
                this::hasuraFault,
                this::hasuraFault,
                () -> new Pace(Duration.ofMillis(chance.nextInt(400))));
        int more = 2 + chance.nextInt(4);
        for (int number = 0; number < more; number++) {
            actions.add(timed(1500, one(kinds).get()));
        }
        return actions;
    }

    private Action roleMapperFault() {
        return new Fault(one(ROLE_MAPPER), Optional.empty(), one(ROLE_MAPPER_FAULTS), length(), times());
    }

    private Action hasuraFault() {
        return new Fault("/v1/metadata", Optional.of(one(METADATA)), one(HASURA_FAULTS), length(), times());
    }

    private Set<Person> people() {
        Set<Person> people = EnumSet.noneOf(Person.class);
        for (Person person : Person.GRANTED) {
            if (chance.nextBoolean()) {
                people.add(person);
            }
        }
        return people;
    }

    /** Within the time-outs of the services, or beyond them. */
    private Duration length() {
        return Duration.ofMillis(100 + chance.nextInt(2500));
    }

    private int times() {
        return 1 + chance.nextInt(3);
    }

    private Timed timed(int longestPause, Action action) {
        return new Timed(Duration.ofMillis(chance.nextInt(longestPause)), action);
    }

    private <T> T one(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
