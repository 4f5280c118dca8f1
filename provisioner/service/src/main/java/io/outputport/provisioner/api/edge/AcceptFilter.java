package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Answers in the one form there is, whatever the caller says that it accepts: a token asked for as JSON, and an error
 * asked for as text, are worth more to it than a 406.
 */
@ServerFilter({"/v1/**", "/v2/**"})
final class AcceptFilter {
    @PreMatching
    @RequestFilter
    void acceptAll(MutableHttpRequest<?> request) {
        request.getHeaders().set(HttpHeaders.ACCEPT, MediaType.ALL);
    }
}
