package io.outputport.sharing.protocol;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.line.HeadLines;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.protocol.ask.VersionChoice;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** What a table is, without its files. */
@Controller("/delta-sharing/shares/{share}/schemas/{schema}/tables/{table}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class TableController {
    static final String VERSION = "Delta-Table-Version";
    static final MediaType LINES = MediaType.of("application/x-ndjson;charset=utf-8");

    private final OpenedTables tables;
    private final Calls calls;

    TableController(OpenedTables tables, Calls calls) {
        this.tables = tables;
        this.calls = calls;
    }

    @Get("/version")
    HttpResponse<?> version(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        TablePath path = new TablePath(share, schema, table);
        Calls.Call call = calls.table(request, AuditAction.VERSION, path);
        return call.answered(tables.granted(call, path)
                .then(granted -> number(granted, parameter(request, "startingTimestamp")))
                .map(number -> versioned(HttpResponse.ok(), number)));
    }

    private Outcome<Long> number(VisibleShares.VisibleTable table, Optional<String> since) {
        return since.isPresent()
                ? VersionChoice.time("startingTimestamp", since.get()).then(time -> tables.since(table, time))
                : tables.open(table, new VersionChoice.Newest())
                        .map(opened -> opened.snapshot().version());
    }

    /** As clients asked before there was a path of its own for it. */
    @Head
    HttpResponse<?> oldVersion(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        return version(request, share, schema, table);
    }

    @Get("/metadata")
    HttpResponse<?> metadata(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        TablePath path = new TablePath(share, schema, table);
        Calls.Call call = calls.table(request, AuditAction.METADATA, path);
        return call.answered(tables.granted(call, path)
                .then(granted -> VersionChoice.of(parameter(request, "version"), parameter(request, "timestamp"))
                        .then(choice -> tables.open(granted, choice)))
                .then(opened -> capabilities(request)
                        .then(capabilities -> capabilities
                                .format(opened.snapshot())
                                .then(format -> tables.read(call, opened)
                                        .map(files -> told(format, opened.snapshot(), files))))));
    }

    static Outcome<Capabilities> capabilities(HttpRequest<?> request) {
        return Capabilities.of(request.getHeaders().findFirst(Capabilities.HEADER));
    }

    private static MutableHttpResponse<byte[]> told(ResponseFormat format, Snapshot snapshot, SnapshotFiles files) {
        try (files) {
            return versioned(HttpResponse.ok(HeadLines.of(format, snapshot, files.tally())), snapshot.version())
                    .contentType(LINES)
                    .header(Capabilities.HEADER, Capabilities.withoutEnd(format));
        }
    }

    /** Changes, and what is asked beside them, are for a later version. */
    @Get("/changes")
    HttpResponse<?> changes(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        return notServed(request, new TablePath(share, schema, table), "The feed of a table's changes");
    }

    @Post(value = "/queries/{query}", consumes = MediaType.ALL)
    HttpResponse<?> queryStatus(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        return notServed(request, new TablePath(share, schema, table), "A query that is answered later");
    }

    @Post(value = "/temporary-table-credentials", consumes = MediaType.ALL)
    HttpResponse<?> credentials(
            HttpRequest<?> request,
            @PathVariable String share,
            @PathVariable String schema,
            @PathVariable String table) {
        return notServed(request, new TablePath(share, schema, table), "Reading a table's folder by credentials");
    }

    private HttpResponse<?> notServed(HttpRequest<?> request, TablePath path, String what) {
        Calls.Call call = calls.table(request, AuditAction.QUERY, path);
        return call.answered(
                tables.granted(call, path).then(granted -> Outcome.stopped(Refusals.notServed(what, Refusals.WHOLE))));
    }

    static <T> MutableHttpResponse<T> versioned(MutableHttpResponse<T> response, long version) {
        return response.header(VERSION, Long.toString(version));
    }

    private static Optional<String> parameter(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name);
    }
}
