package io.outputport.provisioner.api.edge;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.body.BodyProblems;

/**
 * Refuses encodings that the server does not undo: it takes the header away where it does. Else a body that is zipped some
 * other way would be told to be no JSON.
 */
@ServerFilter({"/v1/**", "/v2/**"})
final class EncodingFilter {
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING, String.class, "identity");
        return encoding.isBlank() || encoding.equalsIgnoreCase("identity")
                ? null
                : Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, BodyProblems.unknownEncoding())
                        .response();
    }
}
