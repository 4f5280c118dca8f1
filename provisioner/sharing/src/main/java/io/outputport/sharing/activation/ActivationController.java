package io.outputport.sharing.activation;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.authentication.Authentication;
import io.outputport.sharing.edge.DatabaseAway;
import io.outputport.sharing.edge.ErrorCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** The link: looking shows what it would do, and only a POST does it. */
@Tag(name = "Activation")
@Controller("/activation")
@ExecuteOn(TaskExecutors.BLOCKING)
class ActivationController {
    private static final String GONE = "The link is not known, was used, or has expired. Ask for a new one.";

    private final ActivationDesk desk;

    ActivationController(ActivationDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Look at a link; nothing is consumed",
            description = "The link's code stands in the header Authorization, behind Bearer.")
    @Get(produces = MediaType.APPLICATION_JSON)
    HttpResponse<?> look(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        if (bearer.isEmpty()) {
            return HttpResponse.seeOther(java.net.URI.create("activation/page/"));
        }
        return desk.look(bearer.get())
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(() -> ErrorCode.LINK_NOT_VALID.answer(GONE));
    }

    @Operation(
            summary = "Use a link: makes one token, and answers with the profile file",
            description = "Behind Bearer stands the link's code, or a signed identity of the organisation's provider.")
    @Post(produces = MediaType.APPLICATION_JSON)
    HttpResponse<?> use(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        if (bearer.isEmpty()) {
            return ErrorCode.UNAUTHENTICATED
                    .answer("Send the link's code, or your identity provider's token, in the header Authorization:"
                            + " Bearer.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"activation\"");
        }
        ActivationDesk.Answer answer = desk.use(request, bearer.get());
        if (answer instanceof ActivationDesk.Answer.Made made) {
            return HttpResponse.ok(made.profile())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"profile.share\"");
        }
        if (answer instanceof ActivationDesk.Answer.Later) {
            return DatabaseAway.answer("Who asks cannot be told now: the identity provider's keys cannot be had.");
        }
        return answer instanceof ActivationDesk.Answer.OtherNetwork
                ? ErrorCode.PERMISSION_DENIED.answer("The recipient may not call from this address.")
                : ErrorCode.LINK_NOT_VALID.answer(GONE);
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        return Authentication.bearer(Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION)));
    }
}
