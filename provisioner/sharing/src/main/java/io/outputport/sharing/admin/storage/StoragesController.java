package io.outputport.sharing.admin.storage;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.admin.wire.Items;
import io.outputport.sharing.edge.DatabaseAway;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.inspection.Inspection;
import io.outputport.sharing.inspection.Inspections;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.storage.Storages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Collectors;

/** Storages by their names, and what is in them. */
@Tag(name = "Storages")
@Controller("/admin/v1/storages")
@ExecuteOn(TaskExecutors.BLOCKING)
class StoragesController {
    private final Storages storages;
    private final Inspections inspections;

    StoragesController(Storages storages, Inspections inspections) {
        this.storages = storages;
        this.inspections = inspections;
    }

    @Operation(summary = "The storages that the operator has named")
    @Get
    Items<StorageView> list() {
        return new Items<>(storages.names().stream().map(StorageView::new).toList());
    }

    @Operation(
            summary = "What is at a path of a storage",
            description = "Format, version, columns, partitions, features of the table, and what keeps recipients from"
                    + " reading it.")
    @Get("/{storage}/inspect")
    HttpResponse<?> inspect(String storage, @QueryValue @Nullable String path) {
        if (path == null) {
            return ErrorCode.INVALID_PARAMETER_VALUE.answer("path is missing: say where below the storage to look.");
        }
        return inspections
                .inspect(new TableLocation(storage, path))
                .<HttpResponse<?>>match(
                        StoragesController::found,
                        (after, problem) -> DatabaseAway.answer(problem.sentence()),
                        problems -> ErrorCode.INVALID_PARAMETER_VALUE.answer(
                                problems.stream().map(Problem::sentence).collect(Collectors.joining(" "))));
    }

    private static HttpResponse<?> found(Inspection inspection) {
        return HttpResponse.ok(InspectionView.of(inspection));
    }
}
