package io.outputport.sandbox.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;

/** The faults that any HTTP system has. */
public final class StandardFaults {
    private static final Map<String, FaultAction> ALL = Map.of(
            "slow",
                    delivery -> {
                        delivery.hold();
                        delivery.send(delivery.effect());
                    },
            "timeout-before",
                    delivery -> {
                        delivery.hold();
                        delivery.drop();
                    },
            "timeout-after",
                    delivery -> {
                        Reply late = delivery.effect();
                        delivery.hold();
                        delivery.send(late);
                    },
            "reset", FaultAction.Delivery::cut,
            "status-413", delivery -> delivery.send(page(413, "Request Entity Too Large")),
            "status-422", delivery -> delivery.send(error(422, "unexpected-payload")),
            "status-500", delivery -> delivery.send(error(500, "unexpected")),
            "html-502", delivery -> delivery.send(page(502, "Bad Gateway")),
            "conflict", delivery -> delivery.send(error(409, "conflict")));

    private StandardFaults() {}

    /** All of them, with those of {@code own} added or put in their place. */
    public static Map<String, FaultAction> with(Map<String, FaultAction> own) {
        Map<String, FaultAction> all = new TreeMap<>(ALL);
        all.putAll(own);
        return all;
    }

    /** What a proxy in between answers. */
    private static Reply page(int status, String title) {
        return Reply.html(
                status,
                "<html><head><title>%d %s</title></head><body><h1>%d %s</h1></body></html>"
                        .formatted(status, title, status, title));
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
