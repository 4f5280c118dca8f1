package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Built;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.State;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.MetadataShape;
import io.outputport.engine.metadata.document.OldDocument;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKinds;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The operations on the document as a whole. */
public record WholeMetadata(MetadataShape shape) {
    public static void addTo(Operations operations, SourceKinds kinds) {
        WholeMetadata whole = new WholeMetadata(new MetadataShape(kinds));
        operations.reads("export_metadata", whole::export);
        operations.reads("get_inconsistent_metadata", (work, command) -> consistency(work.built()));
        operations.writes("replace_metadata", whole::replace);
        operations.writes("reload_metadata", whole::reload);
        operations.writes("clear_metadata", whole::clear);
    }

    private JsonNode export(Work work, Command command) {
        if (command.version() != 2) {
            return work.metadata();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("resource_version", work.version());
        answer.set("metadata", work.metadata());
        return answer;
    }

    /** With {@code metadata} inside, the arguments are those of version 2; else they are the document itself. */
    private JsonNode replace(Work work, Command command) {
        Optional<JsonNode> inner = command.args().optional("metadata");
        JsonNode document = inner.orElse(command.args().json());
        shape.check(document);
        work.replace(
                document.path("version").asInt(OldDocument.FIRST) == MetadataShape.CURRENT
                        ? document.deepCopy()
                        : new OldDocument((ObjectNode) document).withSources(work.document()));
        work.rebuild(Refresh.ALL);
        if (!work.built().isConsistent() && !command.args().flag("allow_inconsistent_metadata", false)) {
            throw Refused.badRequest("unexpected", "cannot continue due to inconsistent metadata")
                    .because(Inconsistency.toJson(work.built().inconsistencies()));
        }
        return inner.isPresent() ? consistency(work.built()) : Operation.success();
    }

    private JsonNode reload(Work work, Command command) {
        work.rebuild(command.args()
                .optional("reload_sources")
                .map(wanted -> refresh(work, wanted))
                .orElse(Refresh.ALL));
        ObjectNode answer =
                Operation.success().put("is_consistent", work.built().isConsistent());
        if (!work.built().isConsistent()) {
            answer.set("inconsistent_objects", Inconsistency.toJson(work.built().inconsistencies()));
        }
        return answer;
    }

    private static Refresh refresh(Work work, JsonNode wanted) {
        if (!wanted.isArray()) {
            return wanted.asBoolean() ? Refresh.ALL : Refresh.NONE;
        }
        Set<String> names = new HashSet<>();
        for (JsonNode name : wanted) {
            work.document().existingSource(name.asText());
            names.add(name.asText());
        }
        return new Refresh(false, names);
    }

    private JsonNode clear(Work work, Command command) {
        work.replace(State.empty().metadata());
        work.rebuild(Refresh.NONE);
        return Operation.success();
    }

    private static ObjectNode consistency(Built built) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("is_consistent", built.isConsistent());
        answer.set("inconsistent_objects", Inconsistency.toJson(built.inconsistencies()));
        return answer;
    }
}
