package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceNaming;

/** Snowflake without settings: it judges the names. Found by the service loader. */
public final class SnowflakeByName implements SourceNaming {
    @Override
    public String name() {
        return SnowflakeTechnology.NAME;
    }

    @Override
    public boolean isMeantBy(String technology) {
        return SnowflakeTechnology.NAME.equalsIgnoreCase(technology);
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        return SnowflakeTechnology.table(product, port);
    }
}
