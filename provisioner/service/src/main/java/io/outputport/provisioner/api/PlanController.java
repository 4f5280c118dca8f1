package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.api.answer.Details;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.answer.Sentences;
import io.outputport.provisioner.api.body.BodyWork;
import io.outputport.provisioner.api.wire.error.SystemError;
import io.outputport.provisioner.api.wire.list.PlanResult;
import io.outputport.provisioner.api.wire.list.PlanResult.HiddenFromConsumers;
import io.outputport.provisioner.api.wire.list.PlanResult.PlanChanges;
import io.outputport.provisioner.api.wire.list.PlanResult.PlanSchema;
import io.outputport.provisioner.api.wire.list.PlanResult.PlanStep;
import io.outputport.provisioner.api.wire.list.PlanResult.PlanWrite;
import io.outputport.provisioner.api.wire.list.PlanResult.RenamedColumn;
import io.outputport.provisioner.api.wire.request.ProvisioningRequest;
import io.outputport.provisioner.flow.dryrun.DryRun;
import io.outputport.provisioner.flow.dryrun.PlanReport;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.ExpectedWrite;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what a provision would do. Not part of the Tech Adapter API. */
@Controller
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Plan", description = "Dry runs. An addition of this provisioner to the Tech Adapter API.")
class PlanController {
    private static final List<String> ACTIONS = List.of("create", "change", "keep", "remove");

    private final BodyWork work;
    private final OrderReader orders;
    private final DryRun dryRun;

    PlanController(BodyWork work, OrderReader orders, DryRun dryRun) {
        this.work = work;
        this.orders = orders;
        this.dryRun = dryRun;
    }

    /** Show what a provision of the same request would do now, and the GraphQL schema its consumers would see. */
    @Post("/v1/plan")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProvisioningRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What would be done; nothing was changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanResult.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Too many large requests are under way",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SystemError.class)))
    @ErrorResponses
    HttpResponse<?> plan(@Body byte[] body) {
        return work.on(
                body,
                () -> orders.provision(body)
                        .then(dryRun::plan)
                        .match(PlanController::ok, Refusal::busy, TaskDesk::refused));
    }

    /**
     * Show what carrying a port out again as it was last carried out would do now, as a repair does, and the schema that its
     * consumers would see.
     *
     * @param component its component id
     */
    @Get("/v1/ports/{component}/plan")
    @ApiResponse(
            responseCode = "200",
            description = "What would be done; nothing was changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanResult.class)))
    @ErrorResponses
    HttpResponse<?> planRepair(String component) {
        return dryRun.planAgain(component).match(PlanController::ok, Refusal::busy, TaskDesk::refused);
    }

    private static HttpResponse<?> ok(PlanReport report) {
        List<Problem> notices = Stream.concat(report.notices().stream(), report.advice().stream())
                .toList();
        PlanResult result = new PlanResult(
                report.component(),
                report.technology(),
                report.executable(),
                Sentences.of(report.problems()),
                Sentences.of(notices),
                report.remarks(),
                report.changes().map(PlanController::changes),
                report.view().map(PlanController::schema),
                Details.of(report.problems(), notices));
        return HttpResponse.ok(result).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static PlanChanges changes(PlanReport.Changes changes) {
        Map<String, Integer> summary = new LinkedHashMap<>();
        ACTIONS.forEach(action -> summary.put(action, 0));
        changes.steps().forEach(step -> summary.merge(step.action().word(), 1, Integer::sum));
        List<PlanStep> steps = changes.steps().stream()
                .map(step -> new PlanStep(
                        step.phase(), step.action().word(), step.description(), step.before(), step.after()))
                .toList();
        int builds = changes.write().map(ExpectedWrite::schemaBuilds).orElse(0);
        Optional<PlanWrite> write = changes.write()
                .map(expected -> new PlanWrite(expected.way(), expected.about().toMillis() / 1000.0));
        return new PlanChanges(summary, steps, changes.columnsLost(), builds, write);
    }

    private static PlanSchema schema(ConsumerView view) {
        List<HiddenFromConsumers> hidden = view.hidden().stream()
                .map(column -> new HiddenFromConsumers(column.name(), column.reason()))
                .toList();
        List<RenamedColumn> renamed = view.renamed().entrySet().stream()
                .map(column -> new RenamedColumn(column.getKey(), column.getValue()))
                .toList();
        return new PlanSchema(view.schema(), view.example(), view.role(), view.names(), hidden, renamed);
    }
}
