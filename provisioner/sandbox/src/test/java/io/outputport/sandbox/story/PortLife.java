package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.interleaving.Action;
import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import io.outputport.sandbox.interleaving.Ending;
import io.outputport.sandbox.interleaving.Expectation;
import io.outputport.sandbox.interleaving.Person;
import io.outputport.sandbox.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;

/** One port of a round: what was sent about it, how it ended, and who should read it by that. */
final class PortLife {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "TERMINATED");
    /** Longer than the services' whole budget for one task. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Fleet fleet;
    private final String name;
    private final Product first;
    private final Product renamed;
    private final Expectation expectation;
    private final Map<Integer, String> open = new ConcurrentHashMap<>();
    private final List<String> story = new ArrayList<>();
    private final long start = System.nanoTime();
    private Optional<String> newest = Optional.empty();
    private Product latest;

    PortLife(Fleet fleet, String name, Set<Person> locked) {
        this.fleet = fleet;
        this.name = name;
        this.first = Product.vaccinations(name);
        this.renamed = first.renamed(name, name + "New");
        this.latest = first;
        this.expectation = new Expectation(locked);
    }

    Expectation expectation() {
        return expectation;
    }

    String component() {
        return first.componentId();
    }

    /** What stands in each call to the role mapper about this port, and in no other. */
    String mentioned() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Every name that consumers could ever read it by. */
    List<Product> names() {
        return List.of(first, renamed);
    }

    /** As the platform does: sent until it is answered, and then not before the next. */
    void send(Action action) {
        int order = expectation.send(action);
        Reply reply = fleet.ask(order, offer(action));
        tell(action + " -> " + reply.status() + " " + reply.body());
        if (reply.status() == 202) {
            newest = Optional.of(reply.body());
            open.put(order, reply.body());
        } else {
            expectation.ended(order, Ending.FAILED);
        }
    }

    /** Stops what was accepted last, unless it has ended. */
    void stop() {
        newest.ifPresent(token -> {
            Reply reply = fleet.ask(0, platform -> platform.terminate(token));
            tell("DELETE " + token + " -> " + reply.status());
        });
    }

    /** Takes note of what has ended. */
    void look() {
        Map.copyOf(open)
                .forEach((order, token) -> fleet.askOnce(order, platform -> platform.offerStatus(token))
                        .map(Reply::json)
                        .filter(status -> ENDED.contains(status.path("status").asText()))
                        .ifPresent(status -> ended(order, token, status)));
    }

    /** Waits until all of it has ended; false when it does not. */
    boolean settle() {
        try {
            await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> {
                look();
                return open.isEmpty();
            });
            return true;
        } catch (ConditionTimeoutException endless) {
            return false;
        }
    }

    /** Waits until the service itself is certain who has access; false when it never is. */
    boolean becomesCertain() {
        try {
            await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(this::isCertain);
            return true;
        } catch (ConditionTimeoutException endless) {
            return false;
        }
    }

    private boolean isCertain() {
        JsonNode port =
                fleet.ask(0, platform -> platform.offerPort(component())).json();
        return !port.at("/ports/0/accessUnsettled").asBoolean();
    }

    /** Sends it and waits for its end; tells how it ended. */
    Ending carryOut(Action action) {
        send(action);
        String token = newest.orElseThrow();
        return settle()
                ? ending(fleet.ask(0, platform -> platform.offerStatus(token)).json())
                : Ending.NEVER;
    }

    synchronized String story() {
        return String.join("\n", story);
    }

    synchronized void tell(String line) {
        story.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms: " + line);
    }

    private void ended(int order, String token, JsonNode status) {
        if (open.remove(order, token)) {
            Ending ending = ending(status);
            expectation.ended(order, ending);
            tell(token + ": " + ending + " " + status.path("result").asText());
        }
    }

    private static Ending ending(JsonNode status) {
        return status.path("result").asText().toLowerCase(Locale.ROOT).contains("superseded by")
                ? Ending.SUPERSEDED
                : Ending.valueOf(status.path("status").asText());
    }

    private Function<Platform, Reply> offer(Action action) {
        if (action instanceof Provision provision) {
            latest = provision.renamed() ? renamed : first;
            return platform -> platform.offerProvision(latest.sample());
        }
        return action instanceof UpdateAcl acl
                ? platform -> platform.offerAcl(latest.sample(), Person.refs(acl.people()))
                : platform -> platform.offerUnprovision(latest.sample());
    }
}
