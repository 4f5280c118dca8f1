package io.outputport.provisioner.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Adds the slash to {@code /docs}: the page's links are relative, so that they hold below a base path too. */
@Hidden
@Controller("/docs")
class DocsController {
    @Get
    HttpResponse<?> withSlash(HttpRequest<?> request) {
        return HttpResponse.redirect(URI.create(request.getPath() + "/"));
    }
}
