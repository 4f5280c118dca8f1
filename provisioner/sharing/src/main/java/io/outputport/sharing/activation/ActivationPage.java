package io.outputport.sharing.activation;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page behind a link: no script but its own, nothing from elsewhere, no frame around it. */
@Hidden
@Controller("/activation/page")
class ActivationPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page;
    private final String script;
    private final String style;

    ActivationPage(ResourceLoader resources) {
        this.page = read(resources, "index.html");
        this.script = read(resources, "activation.js");
        this.style = read(resources, "activation.css");
    }

    @Get("/")
    HttpResponse<?> page() {
        return safe(page, MediaType.TEXT_HTML_TYPE);
    }

    @Get("/activation.js")
    HttpResponse<?> script() {
        return safe(script, MediaType.of("text/javascript"));
    }

    @Get("/activation.css")
    HttpResponse<?> style() {
        return safe(style, MediaType.TEXT_CSS_TYPE);
    }

    private static MutableHttpResponse<String> safe(String content, MediaType type) {
        return HttpResponse.ok(content)
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY");
    }

    private static String read(ResourceLoader resources, String name) {
        try (InputStream content = resources
                .getResourceAsStream("classpath:sharing-activation/" + name)
                .orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the page cannot be read from the class path", unreadable);
        }
    }
}
