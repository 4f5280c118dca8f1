package io.outputport.provisioner.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.transport.StandIn;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.foundation.transport.StandIn.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The sharing server's admin API in memory: versions as ETags, conditions, whole snapshots, ids of tables that stay, fields
 * that it does not know refused.
 */
final class SharingStandIn implements AutoCloseable {
    static final String TOKEN = "operator-token-of-the-stand-in";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_TABLE = Set.of("schema", "name", "storage", "path", "historyShared");

    private final StandIn server = new StandIn(this::answer);
    private final Map<String, ObjectNode> shares = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> grants = new ConcurrentSkipListMap<>();
    private final Map<String, String> tables = new TreeMap<>();
    private volatile Optional<Answer> trouble = Optional.empty();
    private volatile String refused = "";

    SharingStandIn() {
        table("lake", "sales/orders", "order_id:long", "ordered_at:timestamp", "amount:double", "region:string");
    }

    URI url() {
        return server.url();
    }

    /** A table at a place, partitioned by its last column. */
    void table(String storage, String path, String... columns) {
        ObjectNode found = JSON.createObjectNode()
                .put("readable", true)
                .put("format", "delta")
                .put("version", 3);
        ArrayNode list = found.putArray("columns");
        for (String column : columns) {
            String[] parts = column.split(":", 2);
            list.addObject().put("name", parts[0]).put("type", parts[1]).put("nullable", true);
        }
        found.putArray("partitions").add(columns[columns.length - 1].split(":", 2)[0]);
        found.putArray("features").add("deletionVectors");
        found.putArray("problems");
        tables.put(storage + ":" + path, found.toString());
    }

    void lose(String storage, String path) {
        tables.remove(storage + ":" + path);
    }

    /** Until it is well again, every call gets this. */
    void answering(Answer answer) {
        trouble = Optional.of(answer);
    }

    /** Calls of this method are refused for good. */
    void refusing(String method) {
        refused = method;
    }

    void isWell() {
        trouble = Optional.empty();
        refused = "";
    }

    /** As somebody with a terminal does. */
    void madeByHand(String share, String comment) {
        ObjectNode made = JSON.createObjectNode().put("name", share).put("comment", comment);
        made.put(
                "id",
                UUID.nameUUIDFromBytes(share.getBytes(StandardCharsets.UTF_8)).toString());
        made.put("version", 1).putArray("tables");
        shares.put(key(share), made);
        grants.put(key(share), List.of("partner"));
    }

    void removeByHand(String share) {
        shares.remove(key(share));
        grants.remove(key(share));
    }

    void grantByHand(String share, String... recipients) {
        grants.put(key(share), List.of(recipients));
    }

    Optional<List<String>> readers(String share) {
        return Optional.ofNullable(grants.get(key(share)))
                .map(names -> names.stream().sorted().toList());
    }

    Optional<JsonNode> share(String name) {
        return Optional.ofNullable(shares.get(key(name)));
    }

    List<String> calls() {
        return server.requests().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private Answer answer(Request request) {
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (request.method().equals(refused)) {
            return error(409, "RESOURCE_CONFLICT", "This stand-in takes no " + refused + ".");
        }
        if (request.path().startsWith("/health")) {
            return Answer.of(200, "{\"status\":\"UP\"}");
        }
        if (!header(request, "Authorization").equals(Optional.of("Bearer " + TOKEN))) {
            return error(401, "UNAUTHENTICATED", "The token is not known.");
        }
        String[] parts = request.path().split("/");
        if (parts.length > 4 && parts[3].equals("storages")) {
            return inspected(parts[4], decoded(request.query().replaceFirst("^path=", "")));
        }
        if (parts.length == 4) {
            ObjectNode all = JSON.createObjectNode();
            shares.values().forEach(all.putArray("items")::add);
            return Answer.of(200, all.toString());
        }
        String share = decoded(parts[4]);
        return parts.length > 5 ? grants(request, share) : share(request, share);
    }

    private Answer inspected(String storage, String path) {
        if (!storage.equalsIgnoreCase("lake")) {
            return error(400, "INVALID_PARAMETER_VALUE", "There is no storage \"" + storage + "\". There are LAKE.");
        }
        return Answer.of(
                200,
                tables.getOrDefault(
                        storage + ":" + path,
                        "{\"readable\":false,\"columns\":[],\"partitions\":[],\"features\":[],\"problems\":[\"The table is"
                                + " not there. Its provider knows where it went.\"]}"));
    }

    private synchronized Answer share(Request request, String name) {
        Optional<ObjectNode> held = Optional.ofNullable(shares.get(key(name)));
        boolean meets = header(request, "If-Match")
                .map(tag -> held.map(SharingStandIn::tag).equals(Optional.of(tag)))
                .orElse(header(request, "If-None-Match").isEmpty() || held.isEmpty());
        if (request.method().equals("PUT")) {
            return meets ? put(request, name, held) : changed();
        }
        if (held.isEmpty()) {
            return error(404, "RESOURCE_DOES_NOT_EXIST", "There is no share " + name + ".");
        }
        if (request.method().equals("DELETE")) {
            if (meets) {
                removeByHand(name);
            }
            return meets ? Answer.of(204, "") : changed();
        }
        return Answer.of(200, held.get().toString()).with("ETag", tag(held.get()));
    }

    private static Answer changed() {
        return error(412, "PRECONDITION_FAILED", "The share is not as the condition says; read it again.");
    }

    private Answer put(Request request, String name, Optional<ObjectNode> held) {
        ObjectNode share = (ObjectNode) tree(request.body());
        for (JsonNode table : share.path("tables")) {
            for (var field : table.properties()) {
                if (!OF_TABLE.contains(field.getKey())) {
                    return error(
                            400,
                            "MALFORMED_REQUEST",
                            "tables[0]." + field.getKey() + " is not a field here; known are"
                                    + " historyShared, name, path, schema, storage.");
                }
            }
            ((ObjectNode) table)
                    .put(
                            "id",
                            UUID.nameUUIDFromBytes(table.path("name").asText().getBytes(StandardCharsets.UTF_8))
                                    .toString());
        }
        share.put("name", held.map(before -> before.path("name").asText()).orElse(name));
        share.put(
                "id",
                held.map(before -> before.path("id").asText())
                        .orElse(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString()));
        share.put("version", held.map(before -> before.path("version").asInt()).orElse(0) + 1);
        shares.put(key(name), share);
        grants.putIfAbsent(key(name), List.of());
        return Answer.of(held.isPresent() ? 200 : 201, share.toString()).with("ETag", tag(share));
    }

    private synchronized Answer grants(Request request, String share) {
        if (!shares.containsKey(key(share))) {
            return error(404, "RESOURCE_DOES_NOT_EXIST", "There is no share " + share + ".");
        }
        if (request.method().equals("PUT")) {
            List<String> names = new ArrayList<>();
            tree(request.body()).path("recipients").forEach(name -> names.add(name.asText()));
            grants.put(key(share), names);
        }
        ObjectNode answer = JSON.createObjectNode().put("share", share).put("version", 1);
        grants.getOrDefault(key(share), List.of()).forEach(answer.putArray("recipients")::add);
        return Answer.of(200, answer.toString());
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }

    private static String tag(ObjectNode share) {
        return "\"" + share.path("version").asText() + "." + share.path("id").asText() + "\"";
    }

    static Answer error(int status, String code, String message) {
        return Answer.of(
                status,
                JSON.createObjectNode()
                        .put("errorCode", code)
                        .put("message", message)
                        .toString());
    }

    private static Optional<String> header(Request request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String key(String share) {
        return share.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        server.close();
    }
}
