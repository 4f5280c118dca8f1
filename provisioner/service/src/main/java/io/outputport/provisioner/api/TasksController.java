package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.wire.list.TaskEntry;
import io.outputport.provisioner.api.wire.list.TaskPage;
import io.outputport.provisioner.task.list.TaskList;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** The queue as its operator sees it; no part of the Tech Adapter API. */
@Controller("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class TasksController {
    private static final ListQuery QUERY =
            new ListQuery(new ProblemCode("tasks-query"), TaskQuery.STATES, TaskQuery.LARGEST_PAGE);

    private final TaskList tasks;

    TasksController(TaskList tasks) {
        this.tasks = tasks;
    }

    /**
     * List tasks, newest first.
     *
     * @param component only those of the component with this id
     * @param state RUNNING, COMPLETED, FAILED, TERMINATING or TERMINATED
     * @param limit how many at most, 1 to 500; 50 without it
     * @param before the {@code next} of the page before
     */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "One page of tasks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskPage.class)))
    @ErrorResponses
    HttpResponse<?> listTasks(
            @Parameter(required = false) @QueryValue Optional<String> component,
            @Parameter(required = false) @QueryValue Optional<String> state,
            @Parameter(required = false) @QueryValue Optional<String> limit,
            @Parameter(required = false) @QueryValue Optional<String> before) {
        return QUERY.answer(new ListQuery.RawParameters(component, state, limit), filter -> list(filter, before));
    }

    private HttpResponse<?> list(ListQuery.Filter filter, Optional<String> before) {
        Optional<Long> cursor = before.flatMap(ListQuery::number);
        return before.isPresent() && cursor.isEmpty()
                ? QUERY.refused("before", before.get(), "Write the next of the page before.")
                : HttpResponse.ok(page(new TaskQuery(filter.component(), filter.state(), cursor, filter.limit())));
    }

    private TaskPage page(TaskQuery query) {
        List<TaskSummary> found = tasks.list(query);
        return new TaskPage(
                found.stream().map(TaskEntry::of).toList(), ListQuery.next(found, query.limit(), TaskSummary::number));
    }
}
