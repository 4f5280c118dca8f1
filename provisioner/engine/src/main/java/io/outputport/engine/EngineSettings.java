package io.outputport.engine;

import io.outputport.engine.http.Pause;
import io.outputport.engine.schema.HasuraVersion;
import io.outputport.engine.source.connector.Warehouse;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the engine is started; the {@code with} methods change one thing each.
 *
 * @param adminSecret what {@code X-Hasura-Admin-Secret} must say
 * @param webhook asked about each GraphQL request without that header; without one such requests are refused
 * @param environment the variables that metadata can name, as Hasura's own process would have them
 * @param clock what GraphQL's delay is measured with
 * @param requestIds for requests that bring no {@code X-Request-Id}
 * @param pause how costs and faults wait
 * @param version which release it behaves as
 * @param warehouse where sources of kind {@code snowflake} find their rows; without it there is no such kind
 */
public record EngineSettings(
        String adminSecret,
        Optional<Hook> webhook,
        Map<String, String> environment,
        InstantSource clock,
        Supplier<UUID> requestIds,
        Pause pause,
        Optional<Warehouse> warehouse,
        HasuraVersion version) {
    private static final String UNAUTHORIZED_ROLE = "HASURA_GRAPHQL_UNAUTHORIZED_ROLE";
    private static final String EXPERIMENTAL_FEATURES = "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES";

    public EngineSettings {
        environment = Map.copyOf(environment);
    }

    /** No webhook, an empty environment, the real clock. */
    public static EngineSettings of(String adminSecret) {
        return new EngineSettings(
                adminSecret,
                Optional.empty(),
                Map.of(),
                InstantSource.system(),
                UUID::randomUUID,
                Pause.real(),
                Optional.empty(),
                HasuraVersion.NEWEST);
    }

    /** A webhook that is asked with POST. */
    public EngineSettings withWebhook(URI url) {
        return withWebhook(new Hook(url, HookMode.POST));
    }

    public EngineSettings withWebhook(Hook hook) {
        return new EngineSettings(
                adminSecret, Optional.of(hook), environment, clock, requestIds, pause, warehouse, version);
    }

    /**
     * The role of requests that show no secret, from the environment.
     *
     * @throws IllegalArgumentException when there is a webhook too, which would never let it happen
     */
    Optional<String> unauthorizedRole() {
        Optional<String> role = Optional.ofNullable(environment.get(UNAUTHORIZED_ROLE));
        if (role.isPresent() && webhook.isPresent()) {
            throw new IllegalArgumentException("Fatal Error: --unauthorized-role (" + UNAUTHORIZED_ROLE
                    + ") requires --admin-secret (HASURA_GRAPHQL_ADMIN_SECRET) or  --access-key"
                    + " (HASURA_GRAPHQL_ACCESS_KEY) to be set and is not allowed when --auth-hook"
                    + " (HASURA_GRAPHQL_AUTH_HOOK) is set");
        }
        return role;
    }

    /** As the environment lists them. */
    List<String> experimentalFeatures() {
        return Arrays.stream(environment.getOrDefault(EXPERIMENTAL_FEATURES, "").split(","))
                .map(String::strip)
                .filter(feature -> !feature.isEmpty())
                .toList();
    }

    /** Arrays of PostgreSQL are lists, unless the release is too old for that or was told not to. */
    boolean listsArrays() {
        return version.listsArrays() && !experimentalFeatures().contains("disable_postgres_arrays");
    }

    /** Requests without a secret run as this role. */
    public EngineSettings withUnauthorizedRole(String role) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(UNAUTHORIZED_ROLE, role);
        return withEnvironment(variables);
    }

    public EngineSettings withEnvironment(Map<String, String> variables) {
        return new EngineSettings(adminSecret, webhook, variables, clock, requestIds, pause, warehouse, version);
    }

    public EngineSettings withClock(InstantSource other) {
        return new EngineSettings(adminSecret, webhook, environment, other, requestIds, pause, warehouse, version);
    }

    public EngineSettings withPause(Pause other) {
        return new EngineSettings(adminSecret, webhook, environment, clock, requestIds, other, warehouse, version);
    }

    /** Adds the data connector agent {@code snowflake}. */
    public EngineSettings withWarehouse(Warehouse snowflake) {
        return new EngineSettings(
                adminSecret, webhook, environment, clock, requestIds, pause, Optional.of(snowflake), version);
    }

    public EngineSettings withVersion(HasuraVersion other) {
        return new EngineSettings(adminSecret, webhook, environment, clock, requestIds, pause, warehouse, other);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "EngineSettings[webhook=" + webhook + "]";
    }

    /** The authorization hook and how it is asked. */
    public record Hook(URI url, HookMode mode) {}

    /** As {@code HASURA_GRAPHQL_AUTH_HOOK_MODE} says. */
    public enum HookMode {
        /** With the caller's headers only. */
        GET,
        /** With headers and the GraphQL request in a JSON body. */
        POST
    }
}
