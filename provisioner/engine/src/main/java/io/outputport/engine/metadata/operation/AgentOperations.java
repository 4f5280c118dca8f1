package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.SourceKinds;
import java.util.Locale;

/**
 * Kinds of source and data connector agents. The agent that the engine is started with comes from its environment, so
 * it is not in the metadata; those that are added here are.
 */
public record AgentOperations(SourceKinds kinds) {
    public static void addTo(Operations operations, SourceKinds kinds) {
        AgentOperations agents = new AgentOperations(kinds);
        operations.reads("list_source_kinds", (work, command) -> agents.list(work));
        operations.reads("get_source_kind_capabilities", agents::capabilities);
        operations.writes("dc_add_agent", agents::add);
        operations.writes("dc_delete_agent", agents::delete);
    }

    private JsonNode list(Work work) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("sources");
        SourceKinds all = kinds.including(work.metadata());
        all.names().stream()
                .sorted()
                .flatMap(name -> all.named(name).stream())
                .forEach(kind -> list.addObject()
                        .put("available", true)
                        .put("builtin", kind.backend() == Backend.POSTGRES)
                        .put("display_name", displayName(kind.name()))
                        .put("kind", kind.name()));
        return answer;
    }

    private JsonNode capabilities(Work work, Command command) {
        String name = command.args().text("name");
        if (kinds.including(work.metadata())
                .named(name)
                .filter(kind -> kind.backend() == Backend.DATA_CONNECTOR)
                .isEmpty()) {
            throw Refused.badRequest("not-supported", "Source kind \"" + name + "\" does not declare capabilities");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("capabilities").putObject("queries");
        ObjectNode schema = answer.putObject("config_schema_response").putObject("config_schema");
        schema.put("type", "object").putArray("required").add("jdbc_url");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("jdbc_url").put("type", "string");
        properties.putObject("fully_qualify_all_names").put("type", "boolean");
        answer.putObject("options");
        return answer.put("display_name", displayName(name));
    }

    private JsonNode add(Work work, Command command) {
        String name = command.args().text("name");
        String url = command.args().text("url");
        if (kinds.including(work.metadata()).named(name).isPresent()) {
            throw Refused.badRequest("already-exists", "SourceKind '" + name + "' already exists.");
        }
        if (!command.args().flag("skip_check", false) && !kinds.reaches(url)) {
            return notAvailable();
        }
        ObjectNode agent = agents(work).putObject(name).put("uri", url);
        command.args().optional("display_name").ifPresent(value -> agent.set("display_name", value));
        work.rebuildOrRefuse(Refresh.NONE);
        return Operation.success();
    }

    /** Status 200, and nothing is added. */
    private static JsonNode notAvailable() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("message", "Agent is not available");
        return answer.set(
                "details",
                Refused.badRequest("data-connector-error", "Error in Data Connector backend: Connection failure")
                        .at("$")
                        .toJson());
    }

    private JsonNode delete(Work work, Command command) {
        String name = command.args().text("name");
        if (agents(work).remove(name) == null) {
            throw Refused.badRequest("not-found", "DC Agent '" + name + "' not found");
        }
        work.rebuildOrRefuse(Refresh.NONE);
        return Operation.success();
    }

    private static ObjectNode agents(Work work) {
        return object(object(work.metadata(), "backend_configs"), "dataconnector");
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode found ? found : parent.putObject(key);
    }

    private static String displayName(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
