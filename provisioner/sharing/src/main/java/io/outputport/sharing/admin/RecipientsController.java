package io.outputport.sharing.admin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.admin.wire.Items;
import io.outputport.sharing.admin.wire.RecipientRequest;
import io.outputport.sharing.admin.wire.RecipientView;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.recipient.Network;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.recipient.Recipients;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recipients. Those of the organisation come into being with their first grant; all others are made here. */
@Tag(name = "Recipients")
@Controller("/admin/v1/recipients")
@ExecuteOn(TaskExecutors.BLOCKING)
class RecipientsController {
    private final Recipients recipients;
    private final AdminAudit audit;

    RecipientsController(Recipients recipients, AdminAudit audit) {
        this.recipients = recipients;
        this.audit = audit;
    }

    @Operation(summary = "All recipients")
    @Get
    Items<RecipientView> list() {
        return new Items<>(recipients.all().stream().map(RecipientView::of).toList());
    }

    @Operation(summary = "A recipient")
    @Get("/{recipient}")
    RecipientView get(String recipient) {
        return RecipientView.of(recipients.find(recipient).orElseThrow(() -> missing(recipient)));
    }

    @Operation(
            summary = "Makes a recipient, or changes its terms",
            description =
                    "networks, in the form of CIDR: from where it may call, everywhere when empty. suspended: all its"
                            + " tokens and identities are refused until it is not so any more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecipientRequest.class)))
    @Put(value = "/{recipient}", consumes = MediaType.APPLICATION_JSON)
    RecipientView put(HttpRequest<?> request, String recipient, @Body @Nullable String body) {
        RecipientRequest wanted = JsonBody.read(Given.body(body), RecipientRequest.class);
        RecipientKind kind = kind(recipient, wanted.kind());
        RecipientTerms terms = terms(wanted);
        Recipient kept = recipients
                .put(recipient, kind, terms)
                .orElseThrow(() -> new AdminRefusal(
                        ErrorCode.RESOURCE_CONFLICT,
                        "The recipient " + Given.shown(recipient) + " is there already, as another kind."));
        audit.tell(
                request, Optional.empty(), "put recipient " + kept.name() + (terms.suspended() ? ", suspended" : ""));
        return RecipientView.of(kept);
    }

    @Operation(summary = "Takes a recipient away, with its grants and tokens")
    @Delete("/{recipient}")
    HttpResponse<?> delete(HttpRequest<?> request, String recipient) {
        if (!recipients.remove(recipient)) {
            throw missing(recipient);
        }
        audit.tell(request, Optional.empty(), "removed recipient " + recipient);
        return HttpResponse.noContent();
    }

    static AdminRefusal missing(String recipient) {
        return new AdminRefusal(
                ErrorCode.RESOURCE_DOES_NOT_EXIST, "There is no recipient " + Given.shown(recipient) + ".");
    }

    private static RecipientKind kind(String recipient, @Nullable RecipientKind said) {
        Recipient.refusal(recipient).ifPresent(sentence -> {
            throw new AdminRefusal(ErrorCode.INVALID_PARAMETER_VALUE, sentence);
        });
        if (RecipientKind.isUser(recipient)) {
            return fitting(recipient, said, RecipientKind.USER);
        }
        if (RecipientKind.isGroup(recipient)) {
            return fitting(recipient, said, RecipientKind.GROUP);
        }
        return fitting(recipient, said, RecipientKind.EXTERNAL);
    }

    private static RecipientKind fitting(String recipient, @Nullable RecipientKind said, RecipientKind otherwise) {
        RecipientKind kind = said == null ? otherwise : said;
        if (!kind.fits(recipient)) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "kind: Names of users begin with user:, those of groups with group:, and no others do.");
        }
        return kind;
    }

    private static RecipientTerms terms(RecipientRequest wanted) {
        List<String> wrong = new ArrayList<>();
        List<Network> networks = new ArrayList<>();
        List<@Nullable String> given = wanted.networks() == null ? List.of() : wanted.networks();
        for (int at = 0; at < given.size(); at++) {
            String text = given.get(at) == null ? "" : given.get(at);
            String field = "networks[" + at + "]: ";
            Network.parse(text)
                    .ifPresentOrElse(
                            networks::add,
                            () -> wrong.add(field + "Write a network such as 10.1.0.0/16 or 2001:db8::/32, without bits"
                                    + " behind its prefix, or one address."));
        }
        Map<String, String> properties = new TreeMap<>();
        if (wanted.properties() != null) {
            wanted.properties().forEach((name, value) -> properties.put(name, value == null ? "" : value));
        }
        RecipientTerms terms = new RecipientTerms(
                Optional.ofNullable(wanted.comment()), networks, properties, Boolean.TRUE.equals(wanted.suspended()));
        wrong.addAll(terms.refusals());
        Given.refuse(wrong);
        return terms;
    }
}
