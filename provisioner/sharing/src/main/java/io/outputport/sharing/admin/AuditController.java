package io.outputport.sharing.admin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.admin.wire.AuditEntry;
import io.outputport.sharing.admin.wire.Items;
import io.outputport.sharing.audit.AuditTrail;
import io.outputport.sharing.edge.ErrorCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** What was done, the newest first. */
@Tag(name = "Audit")
@Controller("/admin/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {
    private static final int MOST = 1_000;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @Operation(summary = "What was done, the newest first")
    @Get
    Items<AuditEntry> list(@QueryValue @Nullable String share, @QueryValue(defaultValue = "100") String limit) {
        return new Items<>(trail.newest(Optional.ofNullable(share), number(limit)).stream()
                .map(AuditEntry::of)
                .toList());
    }

    private static int number(String limit) {
        if (limit.matches("[1-9]\\d{0,3}") && Integer.parseInt(limit) <= MOST) {
            return Integer.parseInt(limit);
        }
        throw new AdminRefusal(
                ErrorCode.INVALID_PARAMETER_VALUE, "limit: It must be a whole number from 1 to " + MOST + ".");
    }
}
