package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;

/** The table that an operation is about, and what the schema cache knows of it. */
record TableRef(Work work, String source, SourceKind kind, TableName name) {
    /** Without remote schemas, the one field of a schema in which nobody may read anything. */
    private static final String SEEN_BY_EVERYONE = "no_queries_available";

    /** @throws Refused when its source is missing or inconsistent */
    static TableRef of(Work work, Args args) {
        String source = args.source();
        work.document().existingSource(source);
        SourceKind kind = work.built()
                .source(source)
                .orElseThrow(() -> SourceReads.inconsistent(source))
                .kind();
        return new TableRef(work, source, kind, kind.tableName(table(args)));
    }

    /** Does not ask whether the source is there. */
    static TableRef lenient(Work work, Args args, SourceKind kind) {
        return new TableRef(work, args.source(), kind, kind.tableName(table(args)));
    }

    /** In the oldest form the arguments themselves are the name. */
    private static JsonNode table(Args args) {
        return args.json().isTextual()
                        || (args.json().has("name") && !args.json().has("table"))
                ? args.json()
                : args.required("table");
    }

    boolean isTracked() {
        return work.built().table(source, name).isPresent();
    }

    /** @throws Refused when it is tracked, or its name belongs to a function or to the schema that everyone sees */
    void requireFree() {
        if (isTracked()) {
            throw Refused.badRequest("already-tracked", "view/table already tracked: " + text());
        }
        for (JsonNode function : work.document().existingSource(source).path("functions")) {
            if (kind.tableName(function.path("function")).equals(name)) {
                throw Refused.badRequest("not-supported", "function with name " + text() + " already exists");
            }
        }
        if (kind.graphqlName(name).equals(SEEN_BY_EVERYONE)) {
            throw Refused.badRequest(
                    "remote-schema-conflicts",
                    "node " + SEEN_BY_EVERYONE + " already exists in current graphql schema");
        }
    }

    JsonNode json() {
        return kind.json(name);
    }

    String text() {
        return "\"" + kind.text(name) + "\"";
    }

    String nameInInconsistencies() {
        return Inconsistency.nameOfTable(source, kind, name);
    }

    /** @throws Refused when the schema cache does not know it */
    ObjectNode trackedEntry() {
        if (!isTracked()) {
            throw Refused.badRequest("not-exists", "table " + text() + " does not exist in source: " + source);
        }
        return work.document().table(source, kind, name).orElseThrow();
    }

    Refused alreadyUntracked() {
        return Refused.badRequest("already-untracked", "view/table already untracked: " + text());
    }
}
