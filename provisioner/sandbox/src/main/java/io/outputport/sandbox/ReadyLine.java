package io.outputport.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.part.Offer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one line on standard output that tells a tool where everything is. */
final class ReadyLine {
    private static final List<String> ORDER = List.of(
            "provisioner",
            "hasura",
            "roleMapper",
            "postgres",
            "snowflake",
            "sharing",
            "identityProvider",
            "adminSecret");

    private ReadyLine() {}

    /** A part that was not started has no entry. */
    static ObjectNode of(Offer offer) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("ready", true);
        for (String name : ORDER) {
            String value = offer.ready().get(name);
            if (value != null) {
                line.put(name, value);
            }
        }
        ObjectNode env = line.putObject("env");
        for (Map.Entry<String, String> variable : new TreeMap<>(offer.service()).entrySet()) {
            env.put(variable.getKey(), variable.getValue());
        }
        return line;
    }
}
