package io.outputport.sharing.recipient;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes a call of the protocol. The authentication puts it into the request, under the name of this class.
 *
 * @param recipient the recipient's id
 * @param name the recipient's
 * @param groups those that the identity provider named; a token of ours names none
 * @param properties the recipient's, for filters that depend on who reads
 * @param credential what it was known by
 */
public record Principal(
        UUID recipient, String name, Set<String> groups, Map<String, String> properties, Credential credential) {
    public Principal {
        groups = Set.copyOf(groups);
        properties = Map.copyOf(properties);
    }
}
