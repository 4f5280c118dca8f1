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
import io.netty.buffer.ByteBuf;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.protocol.ask.QueryBody;
import io.outputport.sharing.protocol.piece.ConnectionThread;
import io.outputport.sharing.protocol.piece.PieceArrays;
import io.outputport.sharing.recipient.Credential;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.table.TableFailure;
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
    static final String HASH = "fileidhash";

    /** Pieces that are made before the client has taken those before them. */
    private static final int AHEAD = 4;

    private final Queries queries;
    private final Calls calls;
    private final QuerySettings settings;
    private final Scheduler threads;
    private final PieceArrays arrays = new PieceArrays();

    QueryController(
            Queries queries,
            Calls calls,
            QuerySettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.queries = queries;
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
                .then(query -> queries.ready(
                        new Queries.Sent(
                                call,
                                query,
                                TableController.capabilities(request),
                                request.getHeaders().findFirst(HASH)),
                        path));
        return ready instanceof Outcome.Done<ReadyQuery> done
                ? answer(request, call, done.value())
                : call.answered(ready.map(none -> HttpResponse.ok()));
    }

    /** What fits into one piece goes out as one, with its length. */
    private HttpResponse<?> answer(HttpRequest<?> request, Calls.Call call, ReadyQuery query) {
        Lines lines = new Lines(call, query, lease(request, call, query.opened().granted()), arrays);
        boolean goesOn = false;
        try {
            lines.begin();
            goesOn = !lines.isWhole();
            return described(HttpResponse.ok(goesOn ? pieces(request, lines) : arrays.lend(lines.next())), query);
        } catch (TableFailure broken) {
            return call.answered(broken.outcome());
        } finally {
            if (!goesOn) {
                lines.close();
            }
        }
    }

    private Flux<ByteBuf> pieces(HttpRequest<?> request, Lines lines) {
        Flux<ByteBuf> next = Flux.generate(sink -> {
            sink.next(arrays.lend(lines.next()));
            if (lines.isWhole()) {
                sink.complete();
            }
        });
        // The connection takes pieces one by one; each would be a way to a thread and back if none was there already.
        return Flux.using(() -> lines, same -> next, Lines::close)
                .subscribeOn(threads)
                .publishOn(ConnectionThread.of(request), AHEAD)
                .doOnDiscard(ByteBuf.class, ByteBuf::release);
    }

    private static MutableHttpResponse<?> described(MutableHttpResponse<?> response, ReadyQuery query) {
        return TableController.versioned(response, query.opened().snapshot().version())
                .contentType(TableController.LINES)
                .header(
                        Capabilities.HEADER,
                        query.telling().capabilities().answer(query.telling().format()))
                .header(HASH, query.telling().ids().header());
    }

    private Lease lease(HttpRequest<?> request, Calls.Call call, VisibleShares.VisibleTable granted) {
        Credential credential = call.caller().credential();
        // A storage with addresses of its own knows nothing of credentials.
        Instant expires = granted.share()
                .lifetimes()
                .endOfAddress(credential, call.began(), settings.lifetime())
                .truncatedTo(ChronoUnit.SECONDS);
        return new Lease(
                settings.publicUrl().orElseGet(() -> reached(request)),
                new Lease.Right(
                        call.caller().recipient(),
                        granted.grantee(),
                        granted.share().id(),
                        credential.id()),
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
