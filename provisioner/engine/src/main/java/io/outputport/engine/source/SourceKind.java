package io.outputport.engine.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;

/** What differs from one kind of source to the next. */
public interface SourceKind {
    /** As it stands in the metadata, for example {@code postgres}. */
    String name();

    Backend backend();

    /**
     * Reads the name of a table out of the metadata or an operation.
     *
     * @throws io.outputport.engine.refusal.Refused when it has the wrong shape
     */
    TableName tableName(JsonNode json);

    /** The name as the metadata writes it. */
    JsonNode json(TableName table);

    /** The name as error texts write it. */
    String text(TableName table);

    /** The base of the GraphQL names of a table without a custom name. */
    String graphqlName(TableName table);

    /** The GraphQL scalar of a column. */
    String scalar(String databaseType);

    /** Whether a column of an array is a list in GraphQL; if not, its type is a scalar of its own. */
    boolean listsArrays();

    /** The type of a column as {@code get_table_info} names it. */
    String typeName(String databaseType);

    /**
     * Looks at a configuration before it is taken into the metadata.
     *
     * @throws io.outputport.engine.refusal.Refused when it reads a file that it may not
     */
    void check(JsonNode configuration);

    /** The configuration as an export shows it. */
    JsonNode exported(JsonNode configuration);

    /**
     * Resolves the configuration of a source; does not connect.
     *
     * @throws SourceFailure when it names something that is not there
     */
    Connection connect(String source, JsonNode configuration) throws SourceFailure;

    /** A resolved configuration: a way into one source. */
    interface Connection {
        /** Everything that could be tracked. */
        List<DatabaseTable> tables() throws SourceFailure;

        /** Where its rows are. */
        PostgresAddress address();
    }
}
