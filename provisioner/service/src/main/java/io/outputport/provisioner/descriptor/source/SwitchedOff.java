package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A technology without settings: known by name, so that the refusal can say what is missing.
 *
 * @param meantBy what descriptors call it, in lower case
 * @param why the refusal
 */
public record SwitchedOff(String name, Set<String> meantBy, Problem why) implements SourceTechnology {
    public SwitchedOff {
        meantBy = Set.copyOf(meantBy);
    }

    @Override
    public boolean isMeantBy(String technology) {
        return meantBy.contains(technology.toLowerCase(Locale.ROOT));
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        return Outcome.stopped(
                why.at(port.technology().path(), port.technology().position()));
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return Outcome.stopped(why);
    }

    @Override
    public Outcome<SourceTable> named(Optional<String> database, String schema, String name) {
        return Outcome.stopped(why);
    }

    @Override
    public Outcome<Neighbours> neighbours(SourceTable table) {
        return Outcome.stopped(why);
    }
}
