package io.outputport.provisioner.api;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The page that shows the API. Its links are relative, so that they hold below a base path and behind a proxy that
 * strips one; that needs the slash at the end of {@code /docs/}. What it links to are static resources.
 */
@Hidden
@Controller("/docs")
@Produces(MediaType.TEXT_HTML)
class DocsController {
    private final String page;

    DocsController(ResourceLoader resources) {
        try (InputStream html =
                resources.getResourceAsStream("classpath:api-docs/index.html").orElseThrow()) {
            this.page = new String(html.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the API's page cannot be read from the class path", unreadable);
        }
    }

    @Get
    HttpResponse<?> docs(HttpRequest<?> request) {
        return request.getPath().endsWith("/")
                ? HttpResponse.ok(page).contentType(MediaType.TEXT_HTML_TYPE)
                : HttpResponse.temporaryRedirect(URI.create("docs/"));
    }
}
