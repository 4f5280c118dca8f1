package io.outputport.sharing.protocol;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Quote;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.authentication.CallOrigin;
import io.outputport.sharing.edge.ErrorBody;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.recipient.Principal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps every call of the protocol, and how it ended, before its answer is whole. */
@Singleton
final class Calls {
    private static final int LONGEST_NAME = 250;

    private final Audit audit;
    private final CallOrigin origins;
    private final InstantSource clock;

    Calls(Audit audit, CallOrigin origins, InstantSource clock) {
        this.audit = audit;
        this.origins = origins;
        this.clock = clock;
    }

    Call list(HttpRequest<?> request, Optional<String> share) {
        AuditEvent.Subject subject =
                share.map(name -> AuditEvent.Subject.share(shown(name))).orElseGet(AuditEvent.Subject::nothing);
        return begin(request, AuditAction.LIST, subject);
    }

    Call table(HttpRequest<?> request, AuditAction action, TablePath path) {
        return begin(
                request,
                action,
                AuditEvent.Subject.table(shown(path.share()), shown(path.schema()), shown(path.table())));
    }

    /** What somebody typed into an address. */
    private static String shown(String name) {
        return Quote.of(name, LONGEST_NAME);
    }

    private Call begin(HttpRequest<?> request, AuditAction action, AuditEvent.Subject subject) {
        Principal caller = CallOrigin.principal(request)
                .orElseThrow(() -> new IllegalStateException("a call of the protocol that nobody let in"));
        return new Call(request, caller, action, subject, clock.instant());
    }

    /** One call, from its arrival to its record. */
    final class Call {
        private final Principal caller;
        private final AuditAction action;
        private final AuditEvent.Origin origin;
        private final AuditEvent.Subject subject;
        private final Instant began;

        private Call(
                HttpRequest<?> request,
                Principal caller,
                AuditAction action,
                AuditEvent.Subject subject,
                Instant began) {
            this.caller = caller;
            this.action = action;
            this.origin = origins.of(request);
            this.subject = subject;
            this.began = began;
        }

        Principal caller() {
            return caller;
        }

        Instant began() {
            return began;
        }

        /** The answer, once it is kept. */
        HttpResponse<?> answered(Outcome<? extends MutableHttpResponse<?>> outcome) {
            MutableHttpResponse<?> response = Refusals.answer(outcome);
            Optional<String> code = response.getBody(ErrorBody.class).map(ErrorBody::errorCode);
            keep(response.code(), code, Optional.empty());
            return response;
        }

        /** Of an answer whose lines are still to be sent, after the last of them was made. */
        void granted(AuditEvent.Answered granted, Optional<String> failure) {
            keep(200, failure, Optional.of(granted));
        }

        private void keep(int status, Optional<String> code, Optional<AuditEvent.Answered> granted) {
            Duration took = Duration.between(began, clock.instant());
            audit.record(
                    new AuditEvent(began, action, origin, subject, new AuditEvent.Ending(status, code, took, granted)));
        }
    }
}
