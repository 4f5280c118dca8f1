package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.metadata.document.Dependents;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.metadata.document.NameShape;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import java.util.List;
import java.util.Set;

/**
 * Tracking, customizing and untracking one table. As with sources, an inconsistent table is not there for Hasura:
 * tracking it again starts it afresh without its permissions, and it cannot be untracked.
 */
public final class TableOperations {
    private static final List<String> OPTIONS =
            List.of("configuration", "apollo_federation_config", "logical_model", "is_enum");

    private TableOperations() {}

    public static void addTo(Operations operations) {
        operations.kindWrites("track_table", TableOperations::track);
        operations.kindWrites("untrack_table", TableOperations::untrack);
        operations.kindWrites("set_table_customization", TableOperations::customize);
        operations.kindWrites("set_apollo_federation_config", TableOperations::federate);
    }

    private static JsonNode track(Work work, Args args, SourceKind kind) {
        TableRef table = TableRef.of(work, args);
        table.requireFree();
        insert(work, table, args);
        work.rebuildFor(table.nameInInconsistencies(), Refresh.of(table.source()));
        return Operation.success();
    }

    /** Puts a fresh entry at the end, in the place of one that may be there but is inconsistent. */
    static void insert(Work work, TableRef table, Args args) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("table", table.json());
        for (String option : OPTIONS) {
            args.optional(option).ifPresent(value -> entry.set(option, value));
        }
        NameShape.checkConfiguration(entry.path("configuration"));
        work.document().removeTable(table.source(), table.kind(), table.name());
        Document.list(work.document().existingSource(table.source()), "tables").add(entry);
    }

    private static JsonNode untrack(Work work, Args args, SourceKind kind) {
        TableRef table = TableRef.lenient(work, args, kind);
        if (!table.isTracked()) {
            throw table.alreadyUntracked();
        }
        remove(work, table, args.flag("cascade", false), Set.of());
        work.rebuildOrRefuse(Refresh.NONE);
        return Operation.success();
    }

    /**
     * @param leaving names of the tables that go with it, whose relationships keep it from nothing
     * @throws Refused when other tables depend on it and that does not matter to the caller
     */
    static void remove(Work work, TableRef table, boolean cascade, Set<String> leaving) {
        LiveSource source = work.built().source(table.source()).orElseThrow();
        Dependents.ofTable(work.document(), source, table.name())
                .without(leaving)
                .removeOrRefuse(cascade);
        work.document().removeTable(table.source(), table.kind(), table.name());
    }

    private static JsonNode customize(Work work, Args args, SourceKind kind) {
        TableRef table = TableRef.of(work, args);
        ObjectNode entry = table.trackedEntry();
        JsonNode configuration = args.optional("configuration").orElse(JsonNodeFactory.instance.objectNode());
        NameShape.checkConfiguration(configuration);
        entry.set("configuration", configuration);
        return built(work, table);
    }

    private static JsonNode federate(Work work, Args args, SourceKind kind) {
        TableRef table = TableRef.of(work, args);
        ObjectNode entry = table.trackedEntry();
        args.optional("apollo_federation_config")
                .ifPresentOrElse(
                        config -> entry.set("apollo_federation_config", config),
                        () -> entry.remove("apollo_federation_config"));
        return built(work, table);
    }

    private static JsonNode built(Work work, TableRef table) {
        work.rebuildFor(table.nameInInconsistencies(), Refresh.NONE);
        return Operation.success();
    }
}
