package io.outputport.provisioner.api.console;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** The console, where the operator wants it. Its files hold nothing secret, so they are there for whoever asks. */
@Hidden
@Controller("/console")
@Requires(property = ConsoleController.ON)
@Produces("*/*")
@Consumes("*/*")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ConsoleController {
    /** There when the console is to be served. */
    public static final String ON = "console.on";

    private static final ProblemCode NO_FILE = new ProblemCode("console-file-unknown");

    private final ConsoleFiles files;

    ConsoleController(ConsoleFiles files) {
        this.files = files;
    }

    /** Its links are relative, which needs the slash at the end. */
    @Get
    HttpResponse<?> page(HttpRequest<?> request) {
        return request.getPath().endsWith("/")
                ? answer(request, files.page())
                        .header("Content-Security-Policy", files.policy())
                        .header("Cross-Origin-Opener-Policy", "same-origin")
                        .header("X-Frame-Options", "DENY")
                : HttpResponse.temporaryRedirect(URI.create("console/"));
    }

    @Get("/{+path}")
    HttpResponse<?> file(HttpRequest<?> request, String path) {
        return files.find(path)
                .<HttpResponse<?>>map(file -> answer(request, file))
                .orElseGet(ConsoleController::none);
    }

    /** A browser asks each time, and is mostly told that it has the file: after an upgrade no old one is left. */
    private static MutableHttpResponse<?> answer(HttpRequest<?> request, ConsoleFile file) {
        boolean known = file.tag().equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        MutableHttpResponse<byte[]> answer = known ? HttpResponse.notModified() : content(request, file);
        return answer.header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static MutableHttpResponse<byte[]> content(HttpRequest<?> request, ConsoleFile file) {
        boolean packed = request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                .anyMatch(encodings -> encodings.contains("gzip"));
        MutableHttpResponse<byte[]> answer =
                HttpResponse.ok(packed ? file.packed() : file.content()).contentType(file.type());
        return packed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    private static HttpResponse<?> none() {
        Problem problem = Problem.of(NO_FILE, "The console has no such file.", "Open the console at /console/.");
        return Refusal.of(HttpStatus.NOT_FOUND, problem).inField("path").response();
    }
}
