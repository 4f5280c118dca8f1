package io.outputport.provisioner.api.answer;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.outputport.provisioner.api.wire.error.Extended;

/**
 * Leaves out of an answer what the Tech Adapter API does not name, unless the request says {@code details=true}: a client
 * that was made from the platform's document refuses a field it does not know.
 */
@ServerFilter("/**")
@Order(Ordered.LOWEST_PRECEDENCE)
public final class PlainAnswers {
    public static final String DETAILS = "details";

    @ResponseFilter
    void leaveOut(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean asked = request.getParameters().getAll(DETAILS).contains("true");
        if (!asked && response.body() instanceof Extended extended) {
            response.body(extended.plain());
        }
    }
}
