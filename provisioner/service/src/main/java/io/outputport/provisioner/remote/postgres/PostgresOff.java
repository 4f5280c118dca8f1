package io.outputport.provisioner.remote.postgres;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import java.util.Optional;

/** PostgreSQL without settings: known by name, so that the refusal can say what is missing. */
final class PostgresOff implements SourceTechnology {
    private static final Problem OFF = Problem.of(
            PostgresProblems.OFF,
            "This provisioner has no PostgreSQL settings, so it cannot serve an output port from PostgreSQL.",
            "Have POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_SOURCES set.");

    @Override
    public String name() {
        return PostgresTechnology.NAME;
    }

    @Override
    public boolean isMeantBy(String technology) {
        return PostgresTechnology.means(technology);
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        return Outcome.stopped(
                OFF.at(port.technology().path(), port.technology().position()));
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return Outcome.stopped(OFF);
    }
}
