package io.outputport.sandbox.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import io.outputport.sandbox.predecessor.Predecessor;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One sandbox for all stories of this run, on free ports. Each story uses a data product of its own. */
final class World implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final RunningSandbox sandbox = new RunningSandbox();
    private final ErrorStream log = ErrorStream.record();

    private World(Map<String, String> own) {
        try {
            Map<String, String> environment = environment();
            environment.putAll(own);
            sandbox.start(environment);
        } catch (StartFailed failed) {
            throw new IllegalStateException(failed);
        }
        Leaks.OF_THIS_RUN.plant(variables());
    }

    /** A world of the caller's own, whose Hasura behaves as this version; a real one has the version that it has. */
    static World withHasura(String version) {
        Assumptions.assumeTrue(realHasura().isEmpty(), "A real Hasura changes its version for nobody.");
        return new World(Map.of("SANDBOX_HASURA_VERSION", version));
    }

    /** What was logged since the last time, and what the shared service measures. */
    void reportLog() {
        Leaks.OF_THIS_RUN.hear("log of this process", log.fresh());
        Leaks.OF_THIS_RUN.hear(
                "metrics", Http.to(provisioner()).get("/prometheus").body());
    }

    Platform platform() {
        return new Platform(url("provisioner"));
    }

    /** The address of the shared service. */
    URI provisioner() {
        return url("provisioner");
    }

    Consumer consumer(String token) {
        return new Consumer(hasura(), token);
    }

    Engine engine() {
        return new Engine(hasura(), variables().getOrDefault("HASURA_ADMIN_SECRET", ""));
    }

    /** The service that was there before. */
    Predecessor predecessor() {
        return new Predecessor(hasura(), variables().getOrDefault("HASURA_ADMIN_SECRET", ""), url("roleMapper"));
    }

    RoleMapperState roleMapper() {
        return new RoleMapperState(url("roleMapper"));
    }

    /** Skips the story where no Snowflake is played. */
    Snowflake snowflake() {
        Assumptions.assumeTrue(
                sandbox.ready().has("snowflake"), "A real Hasura has no agent for the sandbox's account.");
        return new Snowflake(
                URI.create(variables().getOrDefault("SNOWFLAKE_HOST", "")),
                variables().getOrDefault("SNOWFLAKE_PASSWORD", ""));
    }

    /** The PostgreSQL database behind the Snowflake database of the same name. */
    Database database(String name) {
        return Database.beside(sandbox.ready().path("postgres").asText(), name);
    }

    /** Every line that the service and the stand-ins have logged. */
    String log() {
        return log.text();
    }

    /** What points a service of a story's own at this world. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (var variable : sandbox.ready().path("env").properties()) {
            variables.put(variable.getKey(), variable.getValue().asText());
        }
        // All stories can be told with one way to write alone.
        Optional.ofNullable(System.getenv("HASURA_WRITE")).ifPresent(way -> variables.put("HASURA_WRITE", way));
        realHasura().ifPresent(url -> {
            variables.put("HASURA_URL", url);
            variables.put("HASURA_ADMIN_SECRET", System.getenv().getOrDefault("HASURA_ADMIN_SECRET", ""));
        });
        return variables;
    }

    @Override
    public void close() {
        sandbox.close();
        log.close();
    }

    private URI hasura() {
        return realHasura().map(URI::create).orElseGet(() -> url("hasura"));
    }

    private URI url(String name) {
        JsonNode url = sandbox.ready().path(name);
        if (url.isMissingNode()) {
            throw new IllegalStateException("The sandbox has no part " + name + ": " + sandbox.ready());
        }
        return URI.create(url.asText());
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        for (String part : new String[] {"PROVISIONER", "HASURA", "ROLE_MAPPER", "POSTGRES", "SNOWFLAKE"}) {
            environment.put("SANDBOX_" + part + "_PORT", "0");
        }
        realHasura().ifPresent(url -> environment.put("SANDBOX_PARTS", "provisioner,role-mapper,postgres"));
        return environment;
    }

    private static Optional<String> realHasura() {
        return Optional.ofNullable(System.getenv("HASURA_URL"));
    }

    /** Hands the one world to the stories' constructors and stops it after the last of them. */
    static final class Provided implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(World.class))
                    .getOrComputeIfAbsent(World.class, type -> new World(Map.of()), World.class);
        }
    }
}
