package io.outputport.sharing.edge;

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
                        title = "Delta Sharing server",
                        version = "1",
                        description = "Shares, grants, recipients and their tokens. An error is {errorCode, message}."),
        servers = @Server(url = ".."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "For the admin API, a token that the operator gave out or a JWT of the identity provider.")
final class ApiDocument {
    private ApiDocument() {}
}
