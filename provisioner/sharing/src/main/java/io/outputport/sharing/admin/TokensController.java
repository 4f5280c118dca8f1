package io.outputport.sharing.admin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.activation.Profile;
import io.outputport.sharing.admin.wire.Ended;
import io.outputport.sharing.admin.wire.Items;
import io.outputport.sharing.admin.wire.LinkRequest;
import io.outputport.sharing.admin.wire.LinkView;
import io.outputport.sharing.admin.wire.TokenView;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.Recipients;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** How a recipient gets in, and how it is kept out. */
@Tag(name = "Tokens")
@Controller("/admin/v1/recipients/{recipient}")
@ExecuteOn(TaskExecutors.BLOCKING)
class TokensController {
    private final Recipients recipients;
    private final TokenDesk desk;
    private final AdminAudit audit;

    TokensController(Recipients recipients, TokenDesk desk, AdminAudit audit) {
        this.recipients = recipients;
        this.desk = desk;
        this.audit = audit;
    }

    @Operation(summary = "The tokens of a recipient, the newest first; none tells its text")
    @Get("/tokens")
    Items<TokenView> list(String recipient) {
        return new Items<>(desk.tokens(known(recipient)));
    }

    @Operation(
            summary = "Makes a link by which the recipient makes its token, once",
            description = "The answer is the only time that the link is told.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    @Post("/activations")
    HttpResponse<LinkView> activate(HttpRequest<?> request, String recipient, @Body @Nullable String body) {
        Recipient known = known(recipient);
        LinkView link = desk.link(known, wanted(body), Optional.empty());
        audit.tell(request, Optional.empty(), "made a link for " + known.name());
        return HttpResponse.created(link);
    }

    @Operation(
            summary = "Gives all tokens an end, and makes a link for a new one",
            description = "With grace they go on for that long, otherwise they end at once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    @Post("/rotate")
    HttpResponse<LinkView> rotate(HttpRequest<?> request, String recipient, @Body @Nullable String body) {
        Recipient known = known(recipient);
        LinkView link = desk.rotate(known, wanted(body));
        audit.tell(request, Optional.empty(), "rotated the tokens of " + known.name());
        return HttpResponse.created(link);
    }

    @Operation(summary = "Ends all tokens and open links at once")
    @Post("/revoke")
    Ended revoke(HttpRequest<?> request, String recipient) {
        Recipient known = known(recipient);
        Ended ended = new Ended(desk.end(known));
        audit.tell(request, Optional.empty(), "revoked " + ended.endedTokens() + " tokens of " + known.name());
        return ended;
    }

    @Operation(summary = "Ends one token at once")
    @Delete("/tokens/{token}")
    HttpResponse<?> revoke(HttpRequest<?> request, String recipient, String token) {
        Recipient known = known(recipient);
        UUID id = id(token);
        if (!desk.revoke(known, id)) {
            throw missing();
        }
        audit.tell(request, Optional.empty(), "revoked token " + id + " of " + known.name());
        return HttpResponse.noContent();
    }

    @Operation(
            summary = "A profile file (version 2) for a client of an identity provider",
            description = "Its secret is known to the provider and the client only: its owner writes it in.")
    @Get("/profile")
    Profile.OfClient profile(
            String recipient, @QueryValue @Nullable String provider, @QueryValue @Nullable String clientId) {
        if (provider == null || clientId == null) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "Say both provider and clientId, as they are known to the provider.");
        }
        return desk.profile(known(recipient), provider, clientId);
    }

    private Recipient known(String recipient) {
        return recipients.find(recipient).orElseThrow(() -> RecipientsController.missing(recipient));
    }

    private static LinkRequest wanted(@Nullable String body) {
        return body == null || body.isBlank() ? LinkRequest.USUAL : JsonBody.read(body, LinkRequest.class);
    }

    private static UUID id(String token) {
        try {
            return UUID.fromString(token);
        } catch (IllegalArgumentException noId) {
            throw missing();
        }
    }

    private static AdminRefusal missing() {
        return new AdminRefusal(ErrorCode.RESOURCE_DOES_NOT_EXIST, "The recipient has no live token of this id.");
    }
}
