package io.outputport.provisioner.api.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** The head of the OpenAPI document that the build makes of the controllers. Its server is the place above {@code /docs/}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Specific Provisioner Micro Service",
                        version = "2.5.0",
                        description = "Microservice responsible to handle provisioning and access control requests for "
                                + "one or more data product components: here, GraphQL output ports on Hasura."),
        servers = @Server(url = ".."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "A token that the operator gave out, or a JWT of the identity provider. Only where the operator asks "
                        + "for credentials; a client certificate may stand for it.")
final class ApiDocument {
    private ApiDocument() {}
}
