package io.outputport.sharing.admin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.activation.ActivationSettings;
import io.outputport.sharing.admin.wire.Items;
import io.outputport.sharing.admin.wire.ShareRequest;
import io.outputport.sharing.admin.wire.ShareView;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareStore;
import io.outputport.sharing.share.Written;
import io.outputport.sharing.storage.AddressLifetime;
import io.outputport.sharing.storage.StoragePath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shares, whole: with all their tables. */
@Tag(name = "Shares")
@Controller("/admin/v1/shares")
@ExecuteOn(TaskExecutors.BLOCKING)
class SharesController {
    private final ShareStore shares;
    private final AdminAudit audit;
    private final ActivationSettings tokens;
    private final AddressLifetime addresses;

    SharesController(ShareStore shares, AdminAudit audit, ActivationSettings tokens, AddressLifetime addresses) {
        this.shares = shares;
        this.audit = audit;
        this.tokens = tokens;
        this.addresses = addresses;
    }

    @Operation(summary = "All shares, or those with exactly this comment")
    @Get
    Items<ShareView> list(@QueryValue @Nullable String comment) {
        List<Share> found = comment == null ? shares.all() : shares.commented(comment);
        return new Items<>(found.stream().map(ShareView::of).toList());
    }

    @Operation(summary = "A share; its ETag is the condition of a later change")
    @Get("/{share}")
    HttpResponse<ShareView> get(String share) {
        return answer(HttpStatus.OK, shares.find(share).orElseThrow(() -> missing(share)));
    }

    @Operation(
            summary = "Makes a share, or puts it in another's place",
            description = "With If-Match only when it is still as it was read, with If-None-Match: * only when there is"
                    + " none. A table that stays keeps its id; grants stay.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ShareRequest.class)))
    @Put(value = "/{share}", consumes = MediaType.APPLICATION_JSON)
    HttpResponse<ShareView> put(HttpRequest<?> request, String share, @Body @Nullable String body) {
        NameRule.SHARE.refusal(share).ifPresent(sentence -> {
            throw new AdminRefusal(ErrorCode.INVALID_PARAMETER_VALUE, sentence);
        });
        ShareRequest wanted = JsonBody.read(Given.body(body), ShareRequest.class);
        ShareDraft draft = wanted.draft(lifetimes(wanted));
        Given.refuse(draft.refusals());
        Given.refuse(places(draft));
        Written<Share> end = shares.put(share, draft, Tags.condition(request));
        if (end instanceof Written.Stored<Share> stored) {
            audit.tell(
                    request, Optional.of(share), "put share, " + draft.tables().size() + " tables");
            return answer(stored.isNew() ? HttpStatus.CREATED : HttpStatus.OK, stored.value());
        }
        throw changed(share);
    }

    @Operation(summary = "Takes a share away, with its grants; data stays")
    @Delete("/{share}")
    HttpResponse<?> delete(HttpRequest<?> request, String share) {
        Written<Share> end = shares.remove(share, Tags.condition(request));
        if (end instanceof Written.Missing) {
            throw missing(share);
        }
        if (end instanceof Written.Changed) {
            throw changed(share);
        }
        audit.tell(request, Optional.of(share), "removed share");
        return HttpResponse.noContent();
    }

    /** A share's are never longer than everybody's. */
    private Lifetimes lifetimes(ShareRequest wanted) {
        return new Lifetimes(
                Optional.ofNullable(wanted.tokenLifetime())
                        .map(text -> TokenDesk.lifetime(
                                "tokenLifetime", text, tokens.usual().token())),
                Optional.ofNullable(wanted.urlLifetime())
                        .map(text -> TokenDesk.lifetime("urlLifetime", text, addresses.usual())));
    }

    /** Paths that lead nowhere below a root, whatever the root. */
    private static List<String> places(ShareDraft draft) {
        return IntStream.range(0, draft.tables().size())
                .boxed()
                .flatMap(at -> StoragePath.parse(
                                draft.tables().get(at).location().path())
                        .match(
                                path -> Stream.<String>empty(),
                                (after, problem) -> Stream.<String>empty(),
                                problems -> problems.stream()
                                        .map(problem -> "tables[" + at + "].path: " + problem.sentence())))
                .toList();
    }

    static AdminRefusal missing(String share) {
        return new AdminRefusal(ErrorCode.RESOURCE_DOES_NOT_EXIST, "There is no share " + Given.shown(share) + ".");
    }

    static AdminRefusal changed(String share) {
        return new AdminRefusal(
                ErrorCode.PRECONDITION_FAILED,
                "The share " + Given.shown(share) + " is not as the condition says; read it again.");
    }

    private static HttpResponse<ShareView> answer(HttpStatus status, Share share) {
        return HttpResponse.<ShareView>status(status)
                .body(ShareView.of(share))
                .header(HttpHeaders.ETAG, Tags.of(share.id(), share.version()));
    }
}
