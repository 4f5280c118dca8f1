package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which ports of a wave a refusal names. Hasura says {@code for field 'x' defined in …} or {@code for fields: […]}. */
public final class RefusedPorts {
    private RefusedPorts() {}

    /** Empty when it names none of them: then halving has to find out. */
    public static List<MetadataChange> in(String refusal, List<MetadataChange> changes) {
        Set<String> words = new HashSet<>(Arrays.asList(refusal.split("[^A-Za-z0-9_]+")));
        return changes.stream()
                .filter(change ->
                        change.wanted().map(port -> isNamed(port, words)).orElse(false))
                .toList();
    }

    private static boolean isNamed(WantedPort port, Set<String> words) {
        return words.contains(port.names().customTableName())
                || port.names().rootFields().values().stream().anyMatch(words::contains);
    }
}
