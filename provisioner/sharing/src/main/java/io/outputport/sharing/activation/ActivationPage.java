package io.outputport.sharing.activation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.outputport.foundation.page.PackagedFile;
import io.swagger.v3.oas.annotations.Hidden;

/** The page behind a link: no script but its own, nothing from elsewhere, no frame around it. */
@Hidden
@Controller("/activation/page")
class ActivationPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page = read("index.html");
    private final String script = read("activation.js");
    private final String style = read("activation.css");

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

    private static String read(String name) {
        return PackagedFile.text(ActivationPage.class, "sharing-activation/" + name);
    }
}
