package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tracking and untracking many tables with one build; what fails is left out and becomes a warning. */
public final class TableBatches {
    private TableBatches() {}

    public static void addTo(Operations operations) {
        operations.kindWrites("track_tables", TableBatches::track);
        operations.kindWrites("untrack_tables", TableBatches::untrack);
    }

    private static JsonNode track(Work work, Args args, SourceKind kind) {
        Batch batch = new Batch("track", kind);
        Map<String, TableRef> tables = new LinkedHashMap<>();
        Set<String> sources = new HashSet<>();
        for (Args one : batch.distinct(args)) {
            batch.attempt(one, () -> {
                TableRef table = TableRef.of(work, one);
                table.requireFree();
                TableOperations.insert(work, table, one);
                tables.put(table.nameInInconsistencies(), table);
                sources.add(table.source());
            });
        }
        List<Inconsistency> broken = work.rebuildAndCompare(new Refresh(false, sources));
        for (Inconsistency one : broken) {
            TableRef table = tables.remove(one.name());
            if (table != null) {
                batch.warn(one.name(), one.reason());
                work.document().removeTable(table.source(), table.kind(), table.name());
            }
        }
        if (!broken.isEmpty()) {
            refuseOthers(work.rebuildAgain(broken));
        }
        return batch.answer(args, tables.size());
    }

    private static JsonNode untrack(Work work, Args args, SourceKind kind) {
        Batch batch = new Batch("untrack", kind);
        int done = 0;
        List<Args> all = batch.distinct(args);
        Set<String> leaving = all.stream().map(batch::name).collect(Collectors.toSet());
        for (Args one : all) {
            boolean removed = batch.attempt(one, () -> {
                TableRef table = TableRef.lenient(work, one, kind);
                if (!table.isTracked()) {
                    throw table.alreadyUntracked();
                }
                TableOperations.remove(work, table, one.flag("cascade", false), leaving);
            });
            done += removed ? 1 : 0;
        }
        refuseOthers(work.rebuildAndCompare(Refresh.NONE));
        return batch.answer(args, done);
    }

    private static void refuseOthers(List<Inconsistency> broken) {
        if (!broken.isEmpty()) {
            throw Refused.badRequest("unexpected", "cannot continue due to newly found inconsistent metadata")
                    .because(Inconsistency.toJson(broken));
        }
    }

    /** One request and its warnings. */
    private record Batch(String verb, SourceKind kind, ArrayNode warnings) {
        Batch(String verb, SourceKind kind) {
            this(verb, kind, JsonNodeFactory.instance.arrayNode());
        }

        List<Args> distinct(Args args) {
            List<Args> all = args.list("tables");
            Set<String> seen = new HashSet<>();
            List<String> twice = new ArrayList<>();
            for (Args one : all) {
                String name = name(one);
                if (!seen.add(name)) {
                    twice.add(name);
                }
            }
            if (!twice.isEmpty()) {
                throw Refused.badRequest(
                                "bad-request",
                                "The following tables occur more than once in the request: " + String.join(", ", twice))
                        .at("$.args.tables");
            }
            return all;
        }

        boolean attempt(Args one, Runnable step) {
            try {
                step.run();
                return true;
            } catch (Refused refused) {
                warn(name(one), refused.message());
                return false;
            }
        }

        void warn(String name, String message) {
            warnings.addObject()
                    .put("code", verb + "-table-failed")
                    .put("message", message)
                    .put("name", name)
                    .put("type", "table");
        }

        JsonNode answer(Args args, int done) {
            if (done == 0 && !warnings.isEmpty()) {
                throw Refused.badRequest("invalid-configuration", "all tables failed to " + verb)
                        .because(warnings);
            }
            if (!warnings.isEmpty() && !args.flag("allow_warnings", true)) {
                throw Refused.badRequest("metadata-warnings", "failed due to metadata warnings")
                        .because(warnings);
            }
            ObjectNode answer = Operation.success();
            if (!warnings.isEmpty()) {
                answer.set("warnings", warnings);
            }
            return answer;
        }

        private String name(Args one) {
            return Inconsistency.nameOfTable(one.source(), kind, kind.tableName(one.required("table")));
        }
    }
}
