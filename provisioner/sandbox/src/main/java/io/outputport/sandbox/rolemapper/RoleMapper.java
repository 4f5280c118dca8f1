package io.outputport.sandbox.rolemapper;

import io.outputport.engine.http.Faults;
import io.outputport.engine.http.LoopbackServer;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.StandardFaults;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** The role mapper, answering on a port of the loopback address. Its tables are in memory and start empty. */
public final class RoleMapper implements AutoCloseable {
    private static final Set<String> PATHS =
            Set.of("/v1/health", "/v1/roles", "/v1/user_roles", "/v1/group_roles", "/v1/authenticate");

    private static final Pattern ONE_ROLE = Pattern.compile("/v1/roles/(component_id/)?[^/]+");

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
                .on("PUT", "/v1/roles", request -> api.putRole(request.body()))
                .on("GET", "/v1/roles/{id}", request -> api.roleById(request.variable("id")))
                .on("GET", "/v1/roles/component_id/{id}", request -> api.roleByComponent(request.variable("id")))
                .on("PUT", "/v1/user_roles", request -> api.putUsers(request.body()))
                .on("PUT", "/v1/group_roles", request -> api.putGroups(request.body()))
                .on("POST", "/v1/authenticate", request -> api.authenticate(request.body()))
                .on("GET", "/sandbox/state", request -> api.state())
                .on("GET", "/sandbox/settings", request -> pace.settings())
                .on("POST", "/sandbox/settings", pace::change);
    }

    private static Reply refuse(Request request) {
        return PATHS.contains(request.path())
                        || ONE_ROLE.matcher(request.path()).matches()
                ? Answer.detail(405, "Method Not Allowed")
                : Answer.detail(404, "Not Found");
    }
}
