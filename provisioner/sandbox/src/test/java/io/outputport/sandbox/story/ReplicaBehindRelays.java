package io.outputport.sandbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A replica in this process, reached sooner than one of its own. It dies by being cut off from its database and from every
 * system that it changes; what is left of it ends in the background.
 */
final class ReplicaBehindRelays implements Replica {
    private final OwnService service;
    private final List<Relay> relays;

    private ReplicaBehindRelays(OwnService service, List<Relay> relays) {
        this.service = service;
        this.relays = relays;
    }

    /** @param tasks the URL of a PostgreSQL */
    static ReplicaBehindRelays start(Map<String, String> variables, String tasks) {
        Map<String, String> relayed = new HashMap<>(variables);
        Relay hasura = before(URI.create(variables.getOrDefault("HASURA_URL", "")));
        Relay roleMapper = before(URI.create(variables.getOrDefault("ROLE_MAPPER_URL", "")));
        URI database = URI.create(tasks.substring("jdbc:".length()));
        Relay queue = before(database);
        relayed.put("HASURA_URL", "http://127.0.0.1:" + hasura.port());
        relayed.put("ROLE_MAPPER_URL", "http://127.0.0.1:" + roleMapper.port());
        String relayedTasks = tasks.replace(":" + database.getPort() + "/", ":" + queue.port() + "/");
        return new ReplicaBehindRelays(OwnService.start(relayed, relayedTasks), List.of(queue, roleMapper, hasura));
    }

    @Override
    public URI url() {
        return service.url();
    }

    @Override
    public void die() {
        cut();
        CompletableFuture.runAsync(service::close);
    }

    @Override
    public void close() {
        service.close();
        cut();
    }

    private void cut() {
        for (Relay relay : relays) {
            try {
                relay.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static Relay before(URI system) {
        return Relay.to(system.getPort(), new Tripwire());
    }
}
