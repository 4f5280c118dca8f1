package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Method and path to the route of {@link RoleMapperApi}. */
final class Routes {
    static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final String BY_COMPONENT = "/v1/roles/component_id/";
    private static final String BY_ID = "/v1/roles/";

    private final RoleMapperApi api;
    private final Map<String, String> methods = Map.of(
            "/v1/health", "GET",
            "/v1/roles", "PUT",
            "/v1/user_roles", "PUT",
            "/v1/group_roles", "PUT",
            "/v1/authenticate", "POST",
            "/sandbox/state", "GET");

    Routes(RoleMapperApi api) {
        this.api = api;
    }

    Answer answer(String method, URI address, byte[] body) {
        String path = address.getRawPath();
        if (path.startsWith(BY_COMPONENT)) {
            return read(method, path.substring(BY_COMPONENT.length()), api::roleByComponent);
        }
        if (path.startsWith(BY_ID)) {
            return read(method, path.substring(BY_ID.length()), api::roleById);
        }
        String allowed = methods.get(path);
        if (allowed == null) {
            return notFound();
        }
        return allowed.equals(method) ? fixed(path, body) : methodNotAllowed();
    }

    private Answer fixed(String path, byte[] body) {
        return switch (path) {
            case "/v1/health" -> Answer.text(200, "Alive");
            case "/v1/roles" -> api.putRole(body);
            case "/v1/user_roles" -> api.putUsers(body);
            case "/v1/group_roles" -> api.putGroups(body);
            case "/v1/authenticate" -> api.authenticate(body);
            default -> api.state();
        };
    }

    /** A key with a slash in it does not match: the framework decodes the path before it looks for the route. */
    private static Answer read(String method, String encodedKey, Function<String, Answer> route) {
        String key = URLDecoder.decode(encodedKey.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (key.isEmpty() || key.contains("/")) {
            return notFound();
        }
        return "GET".equals(method) ? route.apply(key) : methodNotAllowed();
    }

    private static Answer notFound() {
        return Answer.detail(404, JsonNodeFactory.instance.textNode("Not Found"));
    }

    private static Answer methodNotAllowed() {
        return Answer.detail(405, JsonNodeFactory.instance.textNode("Method Not Allowed"));
    }
}
