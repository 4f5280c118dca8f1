package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in somebody's database that GraphQL forbids, for which Hasura refuses every write that looks at that database,
 * whoever writes. What our own ports bring along was looked at before, so a name that none of them holds is another's.
 *
 * @param name of a constraint or a type, as Hasura writes it
 */
public record ForeignFault(String name) {
    private static final Pattern SENTENCE =
            Pattern.compile("cannot (?:include|use SQL type) \"(.+?)\" in the GraphQL schema", Pattern.DOTALL);

    /** @param refusal Hasura's own sentence */
    public static Optional<ForeignFault> in(String refusal, List<MetadataChange> changes) {
        Matcher sentence = SENTENCE.matcher(refusal);
        return sentence.find() && changes.stream().noneMatch(change -> holds(change, sentence.group(1)))
                ? Optional.of(new ForeignFault(sentence.group(1)))
                : Optional.empty();
    }

    private static boolean holds(MetadataChange change, String name) {
        return change.wanted().map(port -> holds(port, name)).orElse(false);
    }

    private static boolean holds(WantedPort port, String name) {
        return port.names().customTableName().equals(name)
                || port.names().rootFields().containsValue(name)
                || port.columns().real().contains(name);
    }
}
