package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.metadata.document.Dependents;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.HasuraVersion;
import io.outputport.engine.source.SourceKind;
import java.util.List;
import java.util.Optional;

/**
 * Adding, changing and dropping a source. Hasura looks for the source in its schema cache, not in the metadata: to it
 * an inconsistent source is not there. So {@code add_source} of older versions on one starts it afresh and its tables are
 * lost.
 */
public record SourceOperations(HasuraVersion version) {
    private static final List<String> CHANGEABLE = List.of("configuration", "customization", "health_check");

    public void addTo(Operations operations) {
        operations.kindWrites("add_source", this::add);
        operations.kindWrites("update_source", SourceOperations::update);
        operations.kindWrites("drop_source", SourceOperations::drop);
        operations.writes("rename_source", SourceOperations::rename);
    }

    private JsonNode add(Work work, Args args, SourceKind kind) {
        String name = args.text("name");
        kind.check(args.required("configuration"));
        boolean replace = args.flag("replace_configuration", false);
        boolean known = work.built().source(name).isPresent()
                || (version.addsToInconsistentSources()
                        && work.document().source(name).isPresent());
        if (known && !replace) {
            throw Refused.badRequest("already-exists", "source with name \"" + name + "\" already exists");
        }
        ObjectNode entry =
                JsonNodeFactory.instance.objectNode().put("name", name).put("kind", kind.name());
        entry.set("tables", known ? work.document().existingSource(name).path("tables") : entry.arrayNode());
        entry.set("configuration", args.required("configuration"));
        args.optional("customization").ifPresent(value -> entry.set("customization", value));
        args.optional("health_check").ifPresent(value -> entry.set("health_check", value));
        put(work.document().sources(), name, entry);
        built(work, name);
        if (version.addsToInconsistentSources() && work.built().source(name).isEmpty()) {
            // It was inconsistent before as well, which other operations do not mind.
            throw work.refusedFor(Inconsistency.nameOfSource(name));
        }
        return Operation.success();
    }

    private static JsonNode update(Work work, Args args, SourceKind kind) {
        String name = args.text("name");
        if (work.built().source(name).isEmpty()) {
            throw Document.noSuchSource(name);
        }
        args.optional("configuration").ifPresent(kind::check);
        ObjectNode entry = work.document().existingSource(name);
        for (String key : CHANGEABLE) {
            args.optional(key).ifPresent(value -> entry.set(key, value));
        }
        return built(work, name);
    }

    private static JsonNode drop(Work work, Args args, SourceKind kind) {
        String name = args.text("name");
        boolean cascade = args.flag("cascade", false);
        work.document().existingSource(name);
        if (cascade && work.built().source(name).isEmpty()) {
            throw SourceReads.inconsistent(name);
        }
        Dependents.ofSource(work.document(), name).removeOrRefuse(cascade);
        work.document().removeSource(name);
        work.rebuildFor(Inconsistency.nameOfSource(name), Refresh.NONE);
        return Operation.success();
    }

    private static JsonNode rename(Work work, Command command) {
        String name = command.args().text("name");
        String newName = command.args().text("new_name");
        Optional<ObjectNode> entry = work.document().source(name);
        if (entry.isEmpty()) {
            throw Refused.badRequest("not-exists", "Could not find source with name \"" + name + "\"");
        }
        if (work.document().source(newName).isPresent()) {
            throw Refused.badRequest("already-exists", "Source with name \"" + newName + "\" already exists");
        }
        entry.get().put("name", newName);
        return built(work, newName);
    }

    private static JsonNode built(Work work, String name) {
        work.rebuildFor(Inconsistency.nameOfSource(name), Refresh.of(name));
        return Operation.success();
    }

    /** In the place of the one with this name, or at the end. */
    private static void put(ArrayNode sources, String name, ObjectNode entry) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).path("name").asText().equals(name)) {
                sources.set(i, entry);
                return;
            }
        }
        sources.add(entry);
    }
}
