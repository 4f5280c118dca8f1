package io.outputport.provisioner.descriptor.subject;

import io.outputport.provisioner.descriptor.source.SourceRules;
import java.util.Optional;

/**
 * What the operators of this provisioner accept.
 *
 * @param environment the only one whose descriptors are accepted, if there is such a one
 * @param sources which domain may publish what
 */
public record OperatorRules(Optional<String> environment, SourceRules sources) {
    public static OperatorRules of(Optional<String> environment) {
        return new OperatorRules(environment, SourceRules.NONE);
    }
}
