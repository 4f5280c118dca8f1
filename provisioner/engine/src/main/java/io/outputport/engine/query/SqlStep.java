package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.metadata.Transaction;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.PostgresCatalog;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * {@code run_sql} on a PostgreSQL source. The metadata follows what SQL does to tracked tables: inside the transaction
 * it is refused what others depend on, and after it the source is looked into again.
 */
record SqlStep(Function<LiveSource, DataSource> databases) {

    JsonNode run(Transaction steps, RunSql command) {
        LiveSource source = steps.source(command.source());
        if (source.kind().backend() != Backend.POSTGRES) {
            throw Refused.badRequest("not-exists", "source with name \"" + command.source() + "\" does not exist");
        }
        if (!command.changesTables()) {
            return SqlRunner.run(databases.apply(source), command, connection -> {});
        }
        JsonNode answer = SqlRunner.run(
                databases.apply(source),
                command,
                connection ->
                        steps.follow(source, PostgresCatalog.read(connection, Optional.empty()), command.cascade()));
        steps.lookAgain(command.source());
        return answer;
    }
}
