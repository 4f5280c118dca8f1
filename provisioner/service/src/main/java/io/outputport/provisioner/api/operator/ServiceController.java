package io.outputport.provisioner.api.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.caller.Callers;
import io.outputport.foundation.caller.identity.Caller;
import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.wire.operator.Figures;
import io.outputport.provisioner.api.wire.operator.ServiceStatus;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.trial.Trial;
import io.outputport.provisioner.measure.DayFigures;
import io.outputport.provisioner.measure.LastDay;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;

/** The service as it is to its caller, and how it has fared. */
@Controller("/v1")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class ServiceController {
    private final Optional<Callers> callers;
    private final PortList ports;
    private final Trial trial;
    private final LastDay day;
    private final Optional<String> traceUrl;

    /** @param callers not there where nobody is asked who they are */
    ServiceController(Optional<Callers> callers, PortList ports, Trial trial, LastDay day, Settings settings) {
        this.callers = callers;
        this.ports = ports;
        this.trial = trial;
        this.day = day;
        this.traceUrl = settings.text("TRACE_URL");
    }

    /** Tell who the caller is here, and what this service offers. */
    @Get("/service")
    @ApiResponse(
            responseCode = "200",
            description = "The caller's name and role, and what is switched on",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ServiceStatus.class)))
    @ErrorResponses
    HttpResponse<?> getService(HttpRequest<?> request) {
        Caller caller = caller(request);
        return HttpResponse.ok(new ServiceStatus(
                caller.name(),
                caller.role().name().toLowerCase(Locale.ROOT),
                ports.driftCheck(),
                trial.isAllowed(),
                traceUrl));
    }

    private Caller caller(HttpRequest<?> request) {
        Caller anybody = new Caller("anonymous " + Callers.address(request), Role.WRITE);
        return callers.map(known -> known.of(request))
                .filter(Identity.Known.class::isInstance)
                .map(known -> ((Identity.Known) known).caller())
                .orElse(anybody);
    }

    /** Get figures of the last day: writes to Hasura, schema builds, ended operations, the queue, calls to other systems. */
    @Get("/figures")
    @ApiResponse(
            responseCode = "200",
            description = "In equal steps of time, from this process's own meters",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Figures.class)))
    @ErrorResponses
    HttpResponse<?> getFigures() {
        DayFigures figures = day.figures();
        return HttpResponse.ok(new Figures(
                figures.from().toString(),
                (int) figures.step().toSeconds(),
                figures.series().stream().map(ServiceController::series).toList()));
    }

    private static Figures.Series series(DayFigures.DaySeries series) {
        Optional<String> of = Optional.of(series.of()).filter(name -> !name.isEmpty());
        return new Figures.Series(series.name(), of, series.values());
    }
}
