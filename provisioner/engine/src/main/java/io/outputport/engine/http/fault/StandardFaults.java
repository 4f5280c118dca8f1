package io.outputport.engine.http.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The faults that any HTTP system has. */
public final class StandardFaults {
    /** More than an answer about one role can need, and valid JSON: only its size is wrong. */
    private static final String OVERSIZED = "{\"padding\":\"" + "x".repeat(2 << 20) + "\"}";

    private static final Map<String, FaultAction> ALL = Map.ofEntries(
            Map.entry("slow", delivery -> {
                delivery.hold();
                delivery.send(delivery.effect());
            }),
            Map.entry("timeout-before", delivery -> {
                delivery.hold();
                delivery.drop();
            }),
            Map.entry("timeout-after", delivery -> {
                Reply late = delivery.effect();
                delivery.hold();
                delivery.send(late);
            }),
            Map.entry("drip", delivery -> delivery.drip(delivery.effect())),
            Map.entry("truncated", delivery -> delivery.send(half(delivery.effect()))),
            // The work of a caller who got no answer: newer work can be done and answered in between.
            Map.entry("reset-late", delivery -> {
                delivery.drop();
                delivery.hold();
                delivery.effect();
            }),
            Map.entry("reset", FaultAction.Delivery::cut),
            Map.entry("html-200", delivery -> delivery.send(page(200, "Sign in"))),
            Map.entry("empty-200", delivery -> delivery.send(Reply.text(200, ""))),
            Map.entry("bare-200", delivery -> delivery.send(Reply.json(200, JsonNodeFactory.instance.objectNode()))),
            Map.entry("oversized", delivery -> delivery.send(Reply.text(200, OVERSIZED))),
            Map.entry("status-413", delivery -> delivery.send(page(413, "Request Entity Too Large"))),
            Map.entry("status-422", delivery -> delivery.send(error(422, "unexpected-payload"))),
            Map.entry("status-500", delivery -> delivery.send(error(500, "unexpected"))),
            Map.entry("html-502", delivery -> delivery.send(page(502, "Bad Gateway"))),
            Map.entry("html-504", delivery -> delivery.send(page(504, "Gateway Time-out"))),
            Map.entry("echo-400", delivery -> delivery.send(echo(delivery.request()))),
            Map.entry("conflict", delivery -> delivery.send(error(409, "conflict"))));

    private StandardFaults() {}

    /** All of them, with those of {@code own} added or put in their place. */
    public static Map<String, FaultAction> with(Map<String, FaultAction> own) {
        Map<String, FaultAction> all = new TreeMap<>(ALL);
        all.putAll(own);
        return all;
    }

    /** Ends where it should not, in due form: what a proxy with too small a buffer passes on. */
    private static Reply half(Reply whole) {
        ByteBuffer body = whole.body();
        return new Reply(whole.status(), whole.headers(), body.slice(body.position(), body.remaining() / 2));
    }

    /** What a proxy in between answers. */
    private static Reply page(int status, String title) {
        return Reply.html(
                status,
                "<html><head><title>%d %s</title></head><body><h1>%d %s</h1></body></html>"
                        .formatted(status, title, status, title));
    }

    /** Repeats what it was sent, as careless servers do for whoever looks for a mistake; in several lines, and in colour. */
    private static Reply echo(Request request) {
        String headers = request.headers().entrySet().stream()
                .filter(header ->
                        header.getKey().contains("secret") || header.getKey().contains("authorization"))
                .map(header -> header.getKey() + " '" + header.getValue() + "'")
                .collect(Collectors.joining(", "));
        String text = "no access with " + headers + "\n00:00:00.000 INFO  Forged - all is well \u001b[2J";
        return Reply.json(
                400,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("path", "$")
                        .put("error", text)
                        .put("code", "access-denied"));
    }

    private static Reply error(int status, String code) {
        return Reply.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("path", "$")
                        .put("error", "a fault of the sandbox: status " + status)
                        .put("code", code));
    }
}
