package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.audit.AuditEvent;
import java.util.Optional;
import java.util.UUID;

/** One thing that was done. */
@Serdeable
public record AuditEntry(
        String at,
        String action,
        String actor,
        Optional<String> credential,
        String address,
        String client,
        Optional<String> share,
        Optional<String> schema,
        Optional<String> table,
        Optional<String> detail,
        int status,
        Optional<String> code,
        Optional<Long> files,
        Optional<Long> bytes,
        Optional<String> trace) {
    public static AuditEntry of(AuditEvent event) {
        return new AuditEntry(
                event.at().toString(),
                event.action().name(),
                event.origin().actor().name(),
                event.origin().actor().credential().map(UUID::toString),
                event.origin().address(),
                event.origin().client(),
                event.subject().share(),
                event.subject().schema(),
                event.subject().table(),
                event.subject().detail(),
                event.ending().status(),
                event.ending().code(),
                event.ending().granted().map(AuditEvent.Answered::files),
                event.ending().granted().map(AuditEvent.Answered::bytes),
                event.origin().trace());
    }
}
