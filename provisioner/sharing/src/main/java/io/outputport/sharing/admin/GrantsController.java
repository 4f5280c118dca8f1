package io.outputport.sharing.admin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.admin.wire.GrantsRequest;
import io.outputport.sharing.admin.wire.GrantsView;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.share.Grants;
import io.outputport.sharing.share.ShareStore;
import io.outputport.sharing.share.UnknownRecipients;
import io.outputport.sharing.share.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may read a share: always the whole snapshot. */
@Tag(name = "Grants")
@Controller("/admin/v1/shares/{share}/grants")
@ExecuteOn(TaskExecutors.BLOCKING)
class GrantsController {
    private static final int MOST = 10_000;

    private final ShareStore shares;
    private final AdminAudit audit;

    GrantsController(ShareStore shares, AdminAudit audit) {
        this.shares = shares;
        this.audit = audit;
    }

    @Operation(summary = "Who may read a share")
    @Get
    HttpResponse<GrantsView> get(String share) {
        return answer(shares.grants(share).orElseThrow(() -> SharesController.missing(share)));
    }

    @Operation(
            summary = "Puts a snapshot of grants in the place of the one before, whole or not at all",
            description =
                    "Names user:… and group:… become recipients by themselves; any other must be one. Whoever is not"
                            + " named may not read the share from the next call on. With If-Match only when the snapshot"
                            + " is still as it was read.")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantsRequest.class)))
    @Put(consumes = MediaType.APPLICATION_JSON)
    HttpResponse<GrantsView> put(HttpRequest<?> request, String share, @Body @Nullable String body) {
        Set<String> names = names(JsonBody.read(Given.body(body), GrantsRequest.class));
        Written<Grants> end = written(request, share, names);
        if (end instanceof Written.Stored<Grants> stored) {
            audit.tell(
                    request,
                    Optional.of(share),
                    "put grants: " + String.join(", ", stored.value().recipients()));
            return answer(stored.value());
        }
        throw end instanceof Written.Missing ? SharesController.missing(share) : SharesController.changed(share);
    }

    private Written<Grants> written(HttpRequest<?> request, String share, Set<String> names) {
        try {
            return shares.grant(share, names, Tags.condition(request));
        } catch (UnknownRecipients unknown) {
            String all =
                    String.join(", ", unknown.names().stream().map(Given::shown).toList());
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "recipients: Nobody has made " + all
                            + "; make it with PUT /admin/v1/recipients/…, or write user:… or"
                            + " group:… for people of the organisation.");
        }
    }

    private static Set<String> names(GrantsRequest request) {
        List<@Nullable String> given = request.recipients();
        if (given == null) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "recipients is missing; write an empty list to take everybody's access.");
        }
        if (given.size() > MOST) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "recipients: A share is granted to at most " + MOST + " recipients, not " + given.size() + ".");
        }
        List<String> wrong = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < given.size(); at++) {
            String field = "recipients[" + at + "]: ";
            String name = given.get(at) == null ? "" : given.get(at);
            Recipient.refusal(name).ifPresentOrElse(sentence -> wrong.add(field + sentence), () -> names.add(name));
        }
        Given.refuse(wrong);
        return names;
    }

    private static HttpResponse<GrantsView> answer(Grants grants) {
        return HttpResponse.ok(GrantsView.of(grants)).header(HttpHeaders.ETAG, Tags.of(grants.id(), grants.version()));
    }
}
