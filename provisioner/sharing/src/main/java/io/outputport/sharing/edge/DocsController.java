package io.outputport.sharing.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.outputport.foundation.page.ApiPage;
import io.swagger.v3.oas.annotations.Hidden;

/** The page that shows the API. */
@Hidden
@Controller("/docs")
@Produces(MediaType.TEXT_HTML)
class DocsController {
    private final ApiPage page = ApiPage.of(DocsController.class, "sharing-docs/index.html");

    @Get
    HttpResponse<?> docs(HttpRequest<?> request) {
        return page.answer(request);
    }
}
