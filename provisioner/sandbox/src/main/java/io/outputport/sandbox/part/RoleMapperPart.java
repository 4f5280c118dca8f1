package io.outputport.sandbox.part;

import io.outputport.sandbox.rolemapper.RoleMapper;
import java.io.IOException;
import java.util.Map;

/** The role mapper, and the webhook by which it tells the engine who is asking. */
public record RoleMapperPart(Port port) implements Part {
    /** Hasura's own variable for the address that it asks about each request. */
    static final String WEBHOOK = "HASURA_GRAPHQL_AUTH_HOOK";

    @Override
    public String name() {
        return "role-mapper";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        RoleMapper roleMapper = RoleMapper.start(port.number());
        String url = roleMapper.url().toString();
        Offer offer = new Offer(
                Map.of("roleMapper", url),
                Map.of("ROLE_MAPPER_URL", url),
                Map.of(WEBHOOK, url + "/v1/authenticate", "HASURA_GRAPHQL_AUTH_HOOK_MODE", "POST"));
        return new Started(offer, roleMapper);
    }
}
