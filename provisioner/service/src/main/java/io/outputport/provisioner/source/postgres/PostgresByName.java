package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.source.SpecificNames;
import java.util.Optional;

/** PostgreSQL without settings: it judges the names, and lets every database pass. Found by the service loader. */
public final class PostgresByName implements SourceNaming {
    /** Stands for the database that only the settings know. */
    private static final String OWN_DATABASE = "postgres";

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
        SpecificNames names = new SpecificNames(port, PostgresNames.RULE);
        Optional<String> database = names.optional("database");
        return PostgresTechnology.table(names, Optional.of(database.orElse(OWN_DATABASE)));
    }
}
