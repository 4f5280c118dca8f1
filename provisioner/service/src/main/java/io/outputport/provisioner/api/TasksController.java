package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.wire.TaskEntry;
import io.outputport.provisioner.api.wire.TaskPage;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.task.TaskList;
import io.outputport.provisioner.task.TaskQuery;
import io.outputport.provisioner.task.TaskSummary;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The queue as its operator sees it; no part of the Tech Adapter API. */
@Controller("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class TasksController {
    private static final ProblemCode QUERY = new ProblemCode("tasks-query");
    private static final String PAGE = "50";

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
     * @param before the `next` of the page before
     */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "One page of tasks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskPage.class)))
    @ErrorResponses
    HttpResponse<?> listTasks(
            @QueryValue Optional<String> component,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> limit,
            @QueryValue Optional<String> before) {
        Optional<String> name = state.map(text -> text.strip().toUpperCase(Locale.ROOT));
        Optional<Long> size = number(limit.orElse(PAGE), TaskQuery.LARGEST_PAGE);
        Optional<Long> cursor = before.flatMap(text -> number(text, Long.MAX_VALUE));
        if (name.filter(text -> !TaskQuery.STATES.contains(text)).isPresent()) {
            return refused("state", "Write one of " + String.join(", ", new TreeSet<>(TaskQuery.STATES)) + ".");
        }
        if (size.isEmpty()) {
            return refused("limit", "Write a number from 1 to " + TaskQuery.LARGEST_PAGE + ".");
        }
        return before.isPresent() && cursor.isEmpty()
                ? refused("before", "Write the next of the page before.")
                : HttpResponse.ok(
                        page(new TaskQuery(component, name, cursor, size.get().intValue())));
    }

    private TaskPage page(TaskQuery query) {
        List<TaskSummary> found = tasks.list(query);
        Optional<String> next = found.size() < query.limit()
                ? Optional.empty()
                : Optional.of(Long.toString(found.get(found.size() - 1).number()));
        return new TaskPage(found.stream().map(TasksController::entry).toList(), next);
    }

    private static TaskEntry entry(TaskSummary task) {
        return new TaskEntry(
                task.token().toString(),
                task.operation().name(),
                task.component(),
                task.state(),
                task.acceptedAt().toString(),
                task.attempt(),
                task.nextDue().map(Object::toString),
                task.finishedAt().map(Object::toString));
    }

    private static Optional<Long> number(String text, long most) {
        return text.matches("[0-9]{1,18}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= most
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    private static HttpResponse<?> refused(String field, String hint) {
        return Refusal.of(HttpStatus.BAD_REQUEST, Problem.of(QUERY, "This value of " + field + " is not known.", hint))
                .inField(field)
                .response();
    }
}
