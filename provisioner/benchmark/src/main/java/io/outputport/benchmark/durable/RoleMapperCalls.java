package io.outputport.benchmark.durable;

import io.outputport.benchmark.run.Http;
import java.io.IOException;
import java.net.URI;

/** What the service asks of the role mapper, asked from here. */
public record RoleMapperCalls(Http http, URI roleMapper) {
    public void makeRole(DurablePort port) throws IOException, InterruptedException {
        http.put(URI.create(roleMapper + "/v1/roles"), """
                {"role_id":"%s","component_id":"%s","graphql_root_field_names":[]}""".formatted(port.role(), port.component()));
    }

    /** The calls of one updateacl. */
    void updateAcl(DurablePort port) throws IOException, InterruptedException {
        http.text(URI.create(roleMapper + "/v1/roles/component_id/" + port.component()));
        http.put(URI.create(roleMapper + "/v1/user_roles"), """
                {"role_id":"%s","users":["user:alice"]}""".formatted(port.role()));
        http.put(URI.create(roleMapper + "/v1/group_roles"), """
                {"role_id":"%s","groups":[]}""".formatted(port.role()));
    }
}
