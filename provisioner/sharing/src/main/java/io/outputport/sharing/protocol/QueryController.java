package io.outputport.sharing.protocol;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.protocol.ask.QueryBody;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.storage.Lease;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The files of a table, each under an address that is good for a while. */
@Controller("/delta-sharing/shares/{share}/schemas/{schema}/tables/{table}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class QueryController {
    /** Where a client says by which hash it wants ids of files, and is told which they are. */
    private static final String HASH = "fileidhash";

    private final OpenedTables tables;
    private final Calls calls;
    private final QuerySettings settings;
    private final Scheduler threads;

    QueryController(
            OpenedTables tables,
            Calls calls,
            QuerySettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.tables = tables;
        this.calls = calls;
        this.settings = settings;
        this.threads = Schedulers.fromExecutorService(threads);
    }

    @Post(value = "/query", consumes = MediaType.ALL)
    HttpResponse<?> query(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table,
            @Nullable @Body byte[] body) {
        TablePath path = new TablePath(share, schema, table);
        Calls.Call call = calls.table(request, AuditAction.QUERY, path);
        Outcome<ReadyQuery> ready = QueryBody.read(Optional.ofNullable(body))
                .then(query -> tables.granted(call, path).then(granted -> opened(granted, query)))
                .then(opened -> ready(request, opened));
        return ready instanceof Outcome.Done<ReadyQuery> done
                ? answer(request, call, done.value())
                : call.answered(ready.map(none -> HttpResponse.ok()));
    }

    private Outcome<OpenedTables.Opened> opened(VisibleShares.Table table, QueryBody query) {
        return query.isAboutChanges()
                ? tables.refuseChanges(table, "A query of changes since a version")
                : query.version().then(choice -> tables.open(table, choice));
    }

    private static Outcome<ReadyQuery> ready(HttpRequest<?> request, OpenedTables.Opened opened) {
        return TableController.capabilities(request)
                .then(capabilities -> capabilities
                        .format(opened.snapshot())
                        .then(format -> hash(request, format)
                                .then(ids -> opened.snapshot()
                                        .read()
                                        .map(files -> new ReadyQuery(opened, files, capabilities, format, ids)))));
    }

    private static Outcome<FileIds.Hash> hash(HttpRequest<?> request, ResponseFormat format) {
        return request.getHeaders()
                .findFirst(HASH)
                .map(name -> FileIds.Hash.named(name.strip())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.stopped(Refusals.parameter(
                                "The header " + HASH + " names no hash that there is.",
                                "Write parquet, delta, or leave it out."))))
                .orElseGet(() -> Outcome.done(FileIds.Hash.usual(format)));
    }

    /** What fits into one piece goes out as one, with its length. */
    private HttpResponse<?> answer(HttpRequest<?> request, Calls.Call call, ReadyQuery query) {
        Lines lines = new Lines(call, query, lease(request, call, query.opened().granted()));
        byte[] first = lines.next();
        if (lines.isWhole()) {
            lines.close();
            return described(HttpResponse.ok(first), query);
        }
        Flux<byte[]> pieces = Flux.generate(
                () -> lines,
                (more, sink) -> {
                    sink.next(more.next());
                    if (more.isWhole()) {
                        sink.complete();
                    }
                    return more;
                },
                Lines::close);
        return described(HttpResponse.ok(pieces.startWith(first).subscribeOn(threads)), query);
    }

    private static MutableHttpResponse<?> described(MutableHttpResponse<?> response, ReadyQuery query) {
        return TableController.versioned(response, query.opened().snapshot().version())
                .contentType(TableController.LINES)
                .header(Capabilities.HEADER, query.capabilities().answer(query.format()))
                .header(HASH, query.ids().header());
    }

    private Lease lease(HttpRequest<?> request, Calls.Call call, VisibleShares.Table granted) {
        Instant expires = call.began().plus(settings.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        return new Lease(
                settings.publicUrl().orElseGet(() -> reached(request)),
                call.caller().recipient(),
                granted.share().id(),
                call.caller().credential(),
                expires);
    }

    /** The address by which the client came, which only it sees again. */
    private static URI reached(HttpRequest<?> request) {
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST))
                .filter(name -> name.matches("[A-Za-z0-9._-]{1,255}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?"))
                .orElseGet(() -> request.getServerAddress().getHostString() + ":"
                        + request.getServerAddress().getPort());
        return URI.create((request.isSecure() ? "https://" : "http://") + host);
    }
}
