package io.outputport.sharing.recipient;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * On which terms a recipient reads.
 *
 * @param networks from which it may call; empty is from everywhere
 * @param properties for filters that depend on who reads
 * @param suspended whether all its credentials are refused for now
 */
public record RecipientTerms(
        Optional<String> comment, List<Network> networks, Map<String, String> properties, boolean suspended) {
    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_NETWORKS = 100;
    private static final int MOST_PROPERTIES = 50;
    private static final int LONGEST_PROPERTY = 100;

    public static final RecipientTerms USUAL = new RecipientTerms(Optional.empty(), List.of(), Map.of(), false);

    public RecipientTerms {
        networks = List.copyOf(networks);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    public boolean admits(InetAddress from) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(from));
    }

    /** A sentence for each thing that is wrong, with the field before it. */
    public List<String> refusals() {
        List<String> wrong = new ArrayList<>();
        comment.filter(text -> text.length() > LONGEST_COMMENT)
                .ifPresent(text -> wrong.add("comment: It has at most " + LONGEST_COMMENT + " characters."));
        comment.flatMap(StoredText::refusal).ifPresent(sentence -> wrong.add("comment: " + sentence));
        if (networks.size() > MOST_NETWORKS) {
            wrong.add("networks: A recipient has at most " + MOST_NETWORKS + " networks.");
        }
        if (properties.size() > MOST_PROPERTIES) {
            wrong.add("properties: A recipient has at most " + MOST_PROPERTIES + " properties.");
        }
        properties.forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}") || value.length() > LONGEST_PROPERTY) {
                wrong.add("properties: A name has up to 64 letters, digits and underscores and does not begin with a"
                        + " digit; a value has at most " + LONGEST_PROPERTY + " characters.");
            }
        });
        properties.values().stream()
                .flatMap(value -> StoredText.refusal(value).stream())
                .findFirst()
                .ifPresent(sentence -> wrong.add("properties: " + sentence));
        return List.copyOf(wrong);
    }
}
