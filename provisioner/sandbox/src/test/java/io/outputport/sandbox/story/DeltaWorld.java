package io.outputport.sandbox.story;

import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A sandbox with the real sharing server, for stories of Delta Sharing ports. */
final class DeltaWorld implements AutoCloseable {
    static final Sample ORDERS = Sample.of("orders-delta.yaml");
    static final String SHARE = "finance_orders_1_ordersdelta";

    private final RunningSandbox sandbox = new RunningSandbox();

    /**
     * Starts what a service needs, and a service.
     *
     * @param parts of the sandbox, with commas between them
     * @param more variables
     */
    static DeltaWorld with(String parts, Map<String, String> more) {
        DeltaWorld world = new DeltaWorld();
        Map<String, String> environment = new HashMap<>(more);
        for (String part : parts.split(",")) {
            environment.put("SANDBOX_" + part.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_PORT", "0");
        }
        environment.put("SANDBOX_PARTS", parts);
        try {
            world.sandbox.start(environment);
        } catch (StartFailed failed) {
            throw new IllegalStateException(failed);
        }
        Leaks.OF_THIS_RUN.plant(world.variables());
        return world;
    }

    /** A port like the sample's, whose name and id end otherwise. */
    static Sample orders(String name) {
        return ORDERS.with("Orders Delta", "Orders " + name).with("orders-delta", "orders-" + name);
    }

    Platform platform() {
        return new Platform(url("provisioner"));
    }

    DeltaReader reader(String name) {
        return new DeltaReader(Http.to(
                url("sharing"),
                Map.of(
                        "Authorization",
                        "Bearer " + name,
                        "delta-sharing-capabilities",
                        "includeendstreamaction=true")));
    }

    /** What an operator of the sharing server does, and sees. */
    Http operator() {
        return Http.to(url("sharing"));
    }

    Reply share(String name) {
        return operator().get("/admin/v1/shares/" + name);
    }

    URI url(String part) {
        return URI.create(sandbox.ready().path(part).asText());
    }

    /** What points a service of one's own at this sandbox. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        sandbox.ready()
                .path("env")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return variables;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
