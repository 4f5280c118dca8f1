package io.outputport.engine.http.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The faults of one stand-in, armed by {@code POST /sandbox/faults} and cleared by {@code DELETE /sandbox/faults}.
 * The first armed fault that meets a request is used up once. Safe for many threads.
 */
public final class Faults {
    /** Nobody waits longer for a test to end. */
    private static final long MAX_MILLIS = 600_000;

    private static final String PATH = "/sandbox/faults";
    private final Map<String, FaultAction> actions;
    private final List<Fault> armed = new ArrayList<>();
    private final List<Held> holding = new ArrayList<>();

    private Faults(Map<String, FaultAction> actions) {
        this.actions = Map.copyOf(actions);
    }

    /**
     * Nothing armed yet.
     *
     * @param actions the faults that this stand-in knows, by name; see {@link StandardFaults}
     */
    public static Faults of(Map<String, FaultAction> actions) {
        return new Faults(actions);
    }

    /** Adds the endpoint that arms and clears them. */
    public Routes addTo(Routes routes) {
        return routes.on("POST", PATH, this::arm)
                .on("GET", PATH, request -> Reply.json(200, list()))
                .on("DELETE", PATH, this::clear);
    }

    /** The fault for this request, used up once. The endpoint itself has none. */
    public synchronized Optional<Fault> take(Request request) {
        for (int i = 0; i < armed.size() && !request.path().equals(PATH); i++) {
            Fault fault = armed.get(i);
            if (fault.meets(request)) {
                if (fault.times() == 1) {
                    armed.remove(i);
                } else {
                    armed.set(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    public FaultAction action(Fault fault) {
        return Optional.ofNullable(actions.get(fault.name())).orElseThrow();
    }

    /** Waits as the pause does, or until faults are cleared: then what is held goes on at once. */
    public void hold(Runnable pause) {
        Held held = new Held(Thread.currentThread());
        synchronized (this) {
            holding.add(held);
        }
        try {
            pause.run();
        } finally {
            end(held);
        }
    }

    /** What let the pause end must not end what comes after it. */
    private synchronized void end(Held held) {
        if (!holding.remove(held)) {
            Thread.interrupted();
        }
    }

    private static final class Held {
        private final Thread thread;

        Held(Thread thread) {
            this.thread = thread;
        }
    }

    private Reply arm(Request request) {
        List<Fault> faults = new ArrayList<>();
        JsonNode body = request.json().orElse(JsonNodeFactory.instance.nullNode());
        for (JsonNode wanted : body.isObject() ? List.of(body) : body) {
            String name = wanted.path("fault").asText();
            if (!actions.containsKey(name) || !wanted.path("path").asText().startsWith("/")) {
                return refused("each fault needs a path that starts with / and a fault out of "
                        + new TreeSet<>(actions.keySet()));
            }
            faults.add(read(wanted));
        }
        if (faults.isEmpty()) {
            return refused("expected a JSON array of faults like {\"path\":\"/v1/metadata\",\"fault\":\"slow\"}");
        }
        add(faults);
        return Reply.json(200, list());
    }

    private static Fault read(JsonNode wanted) {
        return new Fault(
                new FaultAim(wanted.path("path").asText(), text(wanted, "type"), text(wanted, "mentions")),
                wanted.path("fault").asText(),
                Math.max(0, Math.min(MAX_MILLIS, wanted.path("millis").asLong(1_000))),
                Math.max(1, wanted.path("times").asInt(1)));
    }

    private static Optional<String> text(JsonNode wanted, String field) {
        return Optional.ofNullable(wanted.get(field)).map(JsonNode::asText);
    }

    private static Reply refused(String sentence) {
        return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    private synchronized void add(List<Fault> faults) {
        armed.addAll(faults);
    }

    /** With {@code ?mentions=…}, those only that wait for that text. */
    private synchronized Reply clear(Request request) {
        Optional<String> mentions = Optional.ofNullable(request.query().get("mentions"));
        armed.removeIf(fault -> mentions.isEmpty() || fault.aim().mentions().equals(mentions));
        if (mentions.isEmpty()) {
            holding.forEach(held -> held.thread.interrupt());
            holding.clear();
        }
        return Reply.json(200, list());
    }

    private synchronized ArrayNode list() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        armed.forEach(fault -> json.add(fault.toJson()));
        return json;
    }
}
