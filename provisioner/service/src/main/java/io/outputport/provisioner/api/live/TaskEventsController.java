package io.outputport.provisioner.api.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.wire.list.TaskPage;
import io.outputport.provisioner.api.wire.status.Log;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskList;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The queue as it moves; no part of the Tech Adapter API. */
@Controller("/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class TaskEventsController {
    private static final ProblemCode UNKNOWN = new ProblemCode("task-events-unknown");
    private static final Duration LIST_PERIOD = Duration.ofSeconds(1);
    private static final Duration STORY_PERIOD = Duration.ofMillis(400);

    private final EventStreams streams;
    private final TaskQueue queue;
    private final TaskList tasks;
    private final Clock clock;

    TaskEventsController(EventStreams streams, TaskQueue queue, TaskList tasks, Clock clock) {
        this.streams = streams;
        this.queue = queue;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Follow the tasks that change from now on, or since the event with the id in Last-Event-ID. An event {@code tasks} holds
     * those that differ from what was told before; {@code reload} says that they are too many to be told.
     *
     * @param component only those of the component with this id
     * @param lastEventId the id that was heard last
     */
    @Get("/events")
    @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events; the stream ends after less than a minute, to be taken up again",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = TaskPage.class)))
    @ErrorResponses
    HttpResponse<?> followTasks(
            @Parameter(required = false) @QueryValue Optional<String> component,
            @Parameter(required = false) @Header("Last-Event-ID") Optional<String> lastEventId) {
        return streams.answer(LIST_PERIOD, new TaskChanges(tasks, component, lastEventId, clock)::look);
    }

    /**
     * Follow one task: an event {@code log} for each line of its log, an event {@code task} whenever its state, attempt or next try has
     * changed.
     *
     * @param token as it was answered with 202
     * @param lastEventId the id that was heard last
     */
    @Get("/{token}/events")
    @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events; the stream ends after less than a minute, to be taken up again",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = Log.class)))
    @ErrorResponses
    HttpResponse<?> followTask(
            String token, @Parameter(required = false) @Header("Last-Event-ID") Optional<String> lastEventId) {
        return TaskToken.parse(token)
                .filter(known -> queue.find(known).isPresent())
                .<HttpResponse<?>>map(
                        known -> streams.answer(STORY_PERIOD, new TaskStory(queue, tasks, known, lastEventId)::look))
                .orElseGet(() -> unknown(token));
    }

    private static HttpResponse<?> unknown(String token) {
        Problem problem = Problem.of(
                UNKNOWN, "No task has this token, or its result is past its retention.", "GET /tasks lists the tasks.");
        return Refusal.of(HttpStatus.BAD_REQUEST, problem)
                .inField("token")
                .forInput(token)
                .response();
    }
}
