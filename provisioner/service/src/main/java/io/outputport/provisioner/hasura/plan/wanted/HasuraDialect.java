package io.outputport.provisioner.hasura.plan.wanted;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;

/**
 * How Hasura's metadata speaks of one kind of source. There is one dialect for each {@link
 * io.outputport.provisioner.descriptor.source.SourceTechnology}, under the same name. No I/O.
 *
 * <p>A configuration is the {@code configuration} object of a source, either ours or as {@code export_metadata} gives
 * it. Tables are named exactly as they exist.
 */
public interface HasuraDialect {
    /** The {@link io.outputport.provisioner.descriptor.source.SourceTechnology#name() name} of the technology. */
    String technology();

    /** {@code kind} of its sources in the metadata, for example {@code postgres}. */
    String kind();

    /** What its operations start with, without the underscore: {@code pg} for {@code pg_get_table_info}. */
    String operationPrefix();

    /** The configuration of a new source for the table's database. It holds a secret only where a setting asks for it. */
    JsonNode configuration(SourceTable table);

    /** Whether the settings say where this table's database is; without them no source can be judged. */
    boolean locates(SourceTable table);

    /**
     * Whether a source with this configuration, in any form that Hasura knows, reads the table's database and schema,
     * so that it can be adopted.
     */
    boolean pointsTo(JsonNode configuration, SourceTable table);

    /**
     * The configuration that a source which {@link #pointsTo} the table is to have from now on: its own, unless the
     * settings ask for another. The names of tables that are already tracked in it stay valid.
     */
    JsonNode adopted(JsonNode configuration, SourceTable table);

    /** Whether it has the form that the Python service before this one wrote, login and all. */
    default boolean isOfPythonService(JsonNode configuration) {
        return false;
    }

    /** Whether two configurations mean the same: wrapping, nulls and defaults that Hasura adds do not count. */
    boolean same(JsonNode one, JsonNode other);

    /** The {@code table} of a tracked table, as a source with this configuration spells it. */
    JsonNode tableName(JsonNode configuration, SourceTable table);

    /**
     * The other way round: the table behind a tracked one, if a source with this configuration reads a database that we
     * may ask, too.
     */
    Optional<SourceTable> sourceTable(JsonNode configuration, JsonNode tableName);

    /** Whether Hasura offers {@code select_stream} on its tables. */
    boolean streams();

    /** Whether its rows can be picked by {@code distinct_on}: as with streams, only where Hasura itself writes the SQL. */
    default boolean picksDistinct() {
        return streams();
    }
}
