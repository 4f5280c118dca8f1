package io.outputport.sandbox.rolemapper;

import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import io.outputport.engine.http.server.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The role mapper, answering on a port of the loopback address. Its tables are in memory and start empty. */
public final class RoleMapper implements AutoCloseable {
    /** Which method a path takes. */
    private static final Map<Pattern, String> METHODS = Map.of(
            Pattern.compile("/v1/health"), "GET",
            Pattern.compile("/v1/roles"), "PUT",
            Pattern.compile("/v1/roles/(component_id/)?[^/]+"), "GET",
            Pattern.compile("/v1/(user|group)_roles"), "PUT",
            Pattern.compile("/v1/authenticate"), "POST");

    private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");

    private final LoopbackServer server;

    private RoleMapper(LoopbackServer server) {
        this.server = server;
    }

    /**
     * @param port 0 takes any free one
     * @throws IOException when the port is taken
     */
    public static RoleMapper start(int port) throws IOException {
        Faults faults = Faults.of(StandardFaults.with(OwnFaults.all()));
        Pace pace = new Pace(Pause.real());
        return new RoleMapper(LoopbackServer.start(port, routes(new RoleMapperApi(pace), pace), faults, Pause.real()));
    }

    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Routes routes(RoleMapperApi api, Pace pace) {
        return Routes.otherwise(RoleMapper::refuse)
                .withEncodedSlashesSplit()
                .on("GET", "/v1/health", request -> Answer.text(200, "Alive"))
                .on("PUT", "/v1/roles", reading(api::putRole))
                .on("GET", "/v1/roles/{id}", request -> api.roleById(request.variable("id")))
                .on("GET", "/v1/roles/component_id/{id}", request -> api.roleByComponent(request.variable("id")))
                .on("PUT", "/v1/user_roles", reading(api::putUsers))
                .on("PUT", "/v1/group_roles", reading(api::putGroups))
                .on("POST", "/v1/authenticate", reading(api::authenticate))
                .on("GET", "/sandbox/state", request -> api.state())
                .on("GET", "/sandbox/settings", request -> pace.settings())
                .on("POST", "/sandbox/settings", pace::change);
    }

    private static Handler reading(Function<Fields, Reply> write) {
        return request -> {
            try {
                return write.apply(Fields.of(request));
            } catch (Body.Unreadable unreadable) {
                return Answer.unreadable();
            }
        };
    }

    private static Reply refuse(Request request) {
        String shorter = SLASHES_AT_THE_END.matcher(request.path()).replaceFirst("");
        return method(request.path())
                .map(allowed -> Answer.detail(405, "Method Not Allowed").header("Allow", allowed))
                .or(() -> method(shorter).map(any -> elsewhere(request, shorter)))
                .orElseGet(() -> Answer.detail(404, "Not Found"));
    }

    private static Optional<String> method(String path) {
        return METHODS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Reply elsewhere(Request request, String path) {
        String encoded = Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return new Reply(
                307, Map.of("Location", "http://" + request.header("host").orElse("") + encoded), "");
    }
}
