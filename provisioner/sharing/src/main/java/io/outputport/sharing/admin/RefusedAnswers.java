package io.outputport.sharing.admin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.outputport.foundation.outcome.Masking;
import jakarta.inject.Singleton;

@Singleton
final class RefusedAnswers implements ExceptionHandler<AdminRefusal, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, AdminRefusal refused) {
        return refused.code().answer(Masking.sentence(refused.sentence()));
    }
}
