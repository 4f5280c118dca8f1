package io.outputport.sandbox.interleaving;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody who tries to read. */
public enum Person {
    ALICE("alice", "user:alice"),
    BOB("bob", "user:bob"),
    CAROL("carol", "user:carol"),
    /** Reads through a group only. */
    DAVE("dave+analysts", "group:analysts"),
    /** Has access where the operator has locked owners. */
    OWNER("dp.owner@example.org", "user:dp.owner_example.org"),
    /** Is never given anything. */
    MALLORY("mallory", "user:mallory");

    /** Who snapshots can name. */
    static final List<Person> GRANTED = List.of(ALICE, BOB, CAROL, DAVE);

    private final String token;
    private final String ref;

    Person(String token, String ref) {
        this.token = token;
        this.ref = ref;
    }

    /** What the person shows to Hasura. */
    public String token() {
        return token;
    }

    /** What gives the person access. */
    public String ref() {
        return ref;
    }

    /** Those whom one of these refs lets in. */
    public static Set<Person> of(List<String> refs) {
        return Arrays.stream(values())
                .filter(person -> refs.contains(person.ref))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static String[] refs(Set<Person> people) {
        return people.stream().sorted().map(Person::ref).toArray(String[]::new);
    }
}
