package io.outputport.engine.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.TableChanges;
import io.outputport.engine.metadata.operation.SourceReads;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.source.DatabaseTable;
import java.util.List;

/** The state that the steps of one request share; each step sees what those before it did. */
public final class Transaction {
    private final Operations operations;
    private final Work work;

    Transaction(Operations operations, Work work) {
        this.operations = operations;
        this.work = work;
    }

    /** Runs an operation of the metadata API. */
    public JsonNode run(JsonNode command) {
        return operations.run(work, Command.of(command));
    }

    /** @throws Refused when the source is missing or inconsistent */
    public LiveSource source(String name) {
        work.document().existingSource(name);
        return work.built().source(name).orElseThrow(() -> SourceReads.inconsistent(name));
    }

    public SchemaCache schema() {
        return work.built().cache();
    }

    /**
     * Untracks the tables that SQL has dropped.
     *
     * @param now what the database holds after it
     * @param cascade takes out what depended on them, or on a column that is gone
     * @throws Refused with code dependency-error when something does and {@code cascade} is off
     */
    public void follow(LiveSource before, List<DatabaseTable> now, boolean cascade) {
        new TableChanges(work.document(), before, before.holding(now)).removeOrRefuse(cascade);
    }

    /**
     * Builds with a new look at the source.
     *
     * @throws Refused with status 500 when something has become inconsistent
     */
    public void lookAgain(String source) {
        work.rebuildOrRefuse(Refresh.of(source));
    }
}
