package io.outputport.provisioner.descriptor.subject;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import java.util.List;

/** How one kind of output port is written in a descriptor. Pure. */
public interface PortNotation {
    /** By which the kind is known everywhere else: {@code hasura}. */
    String name();

    /** What a descriptor's {@code technology} or {@code platform} says, the one to suggest first; letter case does not matter. */
    List<String> spellings();

    /** What is judged beside the rules for all kinds; in the order in which problems of the same place are told. */
    List<Rule> rules();

    /** The whole descriptor, once no rule has found anything. */
    Outcome<OutputPortDescriptor> read(Subject subject);
}
