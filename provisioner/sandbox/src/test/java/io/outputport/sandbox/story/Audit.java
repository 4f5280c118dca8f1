package io.outputport.sandbox.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.interleaving.Person;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who reads a port, and whether that is right. */
final class Audit {
    private final World world;

    Audit(World world) {
        this.world = world;
    }

    /** Everybody asks Hasura for a row, by every name of the port. */
    Set<Person> readers(PortLife port) {
        return Arrays.stream(Person.values())
                .filter(person -> port.names().stream().anyMatch(name -> reads(person, name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Person.class)));
    }

    /**
     * Who is let in although barred, by what decides at this moment: the role mapper. Somebody counts who is barred before
     * and after the look.
     */
    Map<PortLife, String> intruders(List<PortLife> ports) {
        Map<PortLife, Set<Person>> before = new HashMap<>();
        ports.forEach(port -> before.put(port, port.expectation().barred()));
        JsonNode roles = world.roleMapper().all().path("roles");
        Map<PortLife, String> intruders = new HashMap<>();
        before.forEach((port, barred) -> {
            Set<Person> in = EnumSet.noneOf(Person.class);
            in.addAll(letIn(roles, port));
            in.retainAll(barred);
            in.retainAll(port.expectation().barred());
            if (!in.isEmpty()) {
                intruders.put(port, in + " let in though barred");
            }
        });
        return intruders;
    }

    private boolean reads(Person person, Product name) {
        return world.consumer(person.token()).ask(name.oneRow("date")).has("data");
    }

    private static Set<Person> letIn(JsonNode roles, PortLife port) {
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> port.names().stream()
                        .anyMatch(
                                name -> texts(role, "graphql_root_field_names").contains(name.select())))
                .flatMap(role ->
                        Person.of(Stream.concat(texts(role, "users").stream(), texts(role, "groups").stream())
                                        .toList())
                                .stream())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode role, String field) {
        return StreamSupport.stream(role.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
