package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.StandIn;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.provisioner.hasura.metadata.document.Export;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** As much of Hasura as a writer needs: one document with a version, and what comes of writing it. */
public final class HasuraStandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What becomes of one {@code replace_metadata}. */
    public enum Fate {
        WRITTEN,
        /** Answered as if it were, without effect. */
        SAID_ONLY,
        /** Somebody else writes first. */
        OVERTAKEN,
        /** No answer in time, and no effect. */
        LOST,
        /** No answer in time, but the effect. */
        WRITTEN_SILENTLY,
        /** No answer in time, and the effect when the document is read for the second time after. */
        WRITTEN_LATE
    }

    private final StandIn server = new StandIn(this::answer);
    private final Queue<Fate> fates = new ArrayDeque<>();
    private final Queue<Answer> replies = new ArrayDeque<>();
    private final List<String> operations = new ArrayList<>();
    private final Map<String, String> brokenWhile = new LinkedHashMap<>();
    private final Map<String, Answer> refusedWhile = new LinkedHashMap<>();
    private final Set<String> healedBy = new HashSet<>();
    private Optional<Set<String>> queryFields = Optional.of(Set.of());
    private Optional<Set<String>> streams = Optional.of(Set.of());
    private Set<String> rowFields = Set.of();
    private List<String> columns = List.of("id", "day", "note");
    private Optional<String> underWay = Optional.empty();
    private int readsUntilWritten;
    private Export export;
    private long version = 7;

    public HasuraStandIn(Export export) {
        this.export = export;
    }

    public HasuraStandIn writing(Fate... next) {
        fates.addAll(List.of(next));
        return this;
    }

    /** What the next writes are answered with, without effect. */
    public HasuraStandIn answeringWrites(int status, String body) {
        replies.add(Answer.of(status, body));
        return this;
    }

    /** Writes whose document contains {@code text} are answered with this, without effect. */
    public HasuraStandIn refusingWhile(String text, int status, String body) {
        refusedWhile.put(text, Answer.of(status, body));
        return this;
    }

    /** Somebody has written this. */
    public synchronized void nowHolding(Export other) {
        write(other.metadata());
    }

    /** @param object of {@code inconsistent_objects}, there while the document contains {@code text} */
    public HasuraStandIn inconsistentWhile(String text, String object) {
        brokenWhile.put(text, object);
        return this;
    }

    /** The inconsistency goes when this source is reloaded. */
    public HasuraStandIn healedByReloading(String source) {
        healedBy.add(source);
        return this;
    }

    public HasuraStandIn knowingColumns(String... names) {
        columns = List.of(names);
        return this;
    }

    public HasuraStandIn showing(Set<String> queries, Set<String> subscriptions) {
        queryFields = Optional.of(queries);
        streams = Optional.of(subscriptions);
        return this;
    }

    /** What a row of any table has. */
    public HasuraStandIn showingRows(Set<String> fields) {
        rowFields = fields;
        return this;
    }

    public HasuraStandIn refusingIntrospection() {
        queryFields = Optional.empty();
        streams = Optional.empty();
        return this;
    }

    public HasuraClient client(Duration writeTimeout) {
        HasuraSettings settings = new HasuraSettings(
                server.url(),
                new Secret("admin"),
                Duration.ofSeconds(20),
                writeTimeout,
                Duration.ofMinutes(5),
                io.outputport.provisioner.hasura.wave.WritePolicy.AUTO);
        return new HasuraClient(settings, new Calls(Duration.ofSeconds(5)));
    }

    public synchronized Export export() {
        return export;
    }

    public synchronized long version() {
        return version;
    }

    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    public long writes() {
        return operations().stream().filter("replace_metadata"::equals).count();
    }

    private synchronized Answer answer(StandIn.Request request) {
        JsonNode body = read(request.body());
        if (request.path().equals("/v1/graphql")) {
            return Answer.of(200, introspection(body.path("variables")));
        }
        String type = body.path("type").asText();
        operations.add(type);
        return switch (type) {
            case "export_metadata" -> exported();
            case "replace_metadata" -> replace(body);
            case "get_inconsistent_metadata" -> Answer.of(200, report());
            case "pg_get_table_info" -> Answer.of(200, tableInfo());
            case "reload_metadata" -> reload(body);
            default -> Answer.of(400, "{\"code\":\"parse-failed\",\"error\":\"unknown type\"}");
        };
    }

    private Answer exported() {
        if (underWay.isPresent() && --readsUntilWritten == 0) {
            write(underWay.get());
        }
        return Answer.of(200, export.text(version));
    }

    private Answer replace(JsonNode body) {
        Answer given = replies.poll();
        if (given != null) {
            return given;
        }
        if (body.path("resource_version").asLong() != version) {
            return conflict();
        }
        String wanted = body.at("/args/metadata").toString();
        Optional<Answer> refusal = refusedWhile.entrySet().stream()
                .filter(refused -> wanted.contains(refused.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Fate fate = fates.isEmpty() ? Fate.WRITTEN : fates.remove();
        switch (fate) {
            case OVERTAKEN -> {
                write(stranger());
                return conflict();
            }
            case WRITTEN, WRITTEN_SILENTLY -> write(wanted);
            case WRITTEN_LATE -> {
                underWay = Optional.of(wanted);
                readsUntilWritten = 2;
            }
            default -> underWay = Optional.empty();
        }
        return fate == Fate.WRITTEN || fate == Fate.SAID_ONLY ? Answer.of(200, report()) : Answer.silence();
    }

    private static Answer conflict() {
        return Answer.of(409, "{\"code\":\"conflict\",\"error\":\"metadata resource version referenced\"}");
    }

    private void write(String metadata) {
        underWay = Optional.empty();
        export = new Export(metadata);
        version++;
    }

    /** The document with a source of somebody else's in it. */
    private String stranger() {
        String source =
                "{\"name\":\"stranger" + version + "\",\"kind\":\"postgres\",\"tables\":[],\"configuration\":{}}";
        String comma = export.metadata().contains("\"sources\":[]") ? "" : ",";
        return export.metadata().replaceFirst("\"sources\":\\[", "\"sources\":[" + source + comma);
    }

    private String report() {
        List<String> objects = inconsistent();
        return "{\"is_consistent\":" + objects.isEmpty() + ",\"inconsistent_objects\":" + objects + "}";
    }

    private List<String> inconsistent() {
        return brokenWhile.entrySet().stream()
                .filter(broken -> export.metadata().contains(broken.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Answer reload(JsonNode body) {
        String source = body.at("/args/reload_sources/0").asText();
        operations.add("reload " + source);
        if (healedBy.contains(source)) {
            brokenWhile.clear();
        }
        return Answer.of(200, "{\"message\":\"success\"}");
    }

    private String tableInfo() {
        List<String> objects =
                columns.stream().map(name -> "{\"name\":\"" + name + "\"}").toList();
        return "{\"columns\":" + objects + "}";
    }

    private String introspection(JsonNode types) {
        return queryFields.isEmpty()
                ? "{\"errors\":[{\"message\":\"field '__type' not found in type: 'query_root'\","
                        + "\"extensions\":{\"path\":\"$\",\"code\":\"validation-failed\"}}]}"
                : types.properties().stream()
                        .map(type -> "\"" + type.getKey() + "\":"
                                + shown(type.getValue().asText()))
                        .collect(Collectors.joining(",", "{\"data\":{", "}}"));
    }

    private String shown(String type) {
        Set<String> fields =
                switch (type) {
                    case "query_root" -> queryFields.orElseThrow();
                    case "subscription_root" -> streams.orElseThrow();
                    default -> rowFields;
                };
        return fields.stream()
                .map("{\"name\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"fields\":[", "]}"));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(body, broken);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
