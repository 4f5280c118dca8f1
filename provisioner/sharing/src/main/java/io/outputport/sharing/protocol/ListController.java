package io.outputport.sharing.protocol;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.protocol.page.PageTokens;
import io.outputport.sharing.protocol.page.Paging;
import io.outputport.sharing.protocol.wire.OneShare;
import io.outputport.sharing.protocol.wire.Page;
import io.outputport.sharing.protocol.wire.SchemaItem;
import io.outputport.sharing.protocol.wire.ShareItem;
import io.outputport.sharing.protocol.wire.TableItem;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Share;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What there is for a recipient: shares, their schemas, and their tables. */
@Controller("/delta-sharing/shares")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class ListController {
    private final VisibleShares visible;
    private final PageTokens tokens;
    private final Calls calls;

    ListController(VisibleShares visible, PageTokens tokens, Calls calls) {
        this.visible = visible;
        this.tokens = tokens;
        this.calls = calls;
    }

    @Get
    HttpResponse<?> shares(HttpRequest<?> request) {
        Calls.Call call = calls.list(request, Optional.empty());
        return call.answered(paging(request, call, "shares")
                .page(tokens, visible.shares(call.caller()), Share::name, ListController::item)
                .map(HttpResponse::ok));
    }

    @Get("/{share}")
    HttpResponse<?> share(HttpRequest<?> request, @PathVariable String share) {
        Calls.Call call = calls.list(request, Optional.of(share));
        return call.answered(
                visible.share(call.caller(), share).map(found -> HttpResponse.ok(new OneShare(item(found)))));
    }

    @Get("/{share}/schemas")
    HttpResponse<?> schemas(HttpRequest<?> request, @PathVariable String share) {
        Calls.Call call = calls.list(request, Optional.of(share));
        Outcome<Page<SchemaItem>> page = visible.share(call.caller(), share)
                .then(found -> paging(request, call, "schemas of " + found.id())
                        .page(tokens, schemas(found), SchemaItem::name, item -> item));
        return call.answered(page.map(HttpResponse::ok));
    }

    @Get("/{share}/schemas/{schema}/tables")
    HttpResponse<?> tables(HttpRequest<?> request, @PathVariable String share, @PathVariable String schema) {
        Calls.Call call = calls.list(request, Optional.of(share));
        String list = "tables of " + NameRule.key(schema) + " of ";
        return call.answered(visible.schema(call.caller(), share, schema)
                .then(tables ->
                        page(paging(request, call, list + tables.get(0).share().id()), tables)));
    }

    @Get("/{share}/all-tables")
    HttpResponse<?> allTables(HttpRequest<?> request, @PathVariable String share) {
        Calls.Call call = calls.list(request, Optional.of(share));
        return call.answered(visible.granted(call.caller(), share)
                .then(found ->
                        page(paging(request, call, "tables of " + found.share().id()), VisibleShares.tables(found))));
    }

    private Outcome<MutableHttpResponse<Page<TableItem>>> page(Paging paging, List<VisibleShares.VisibleTable> tables) {
        return paging.page(tokens, tables, ListController::key, ListController::item)
                .map(HttpResponse::ok);
    }

    private static Paging paging(HttpRequest<?> request, Calls.Call call, String list) {
        return new Paging(
                list + " for " + call.caller().recipient(),
                request.getParameters().getFirst("maxResults"),
                request.getParameters().getFirst("pageToken"));
    }

    private static List<SchemaItem> schemas(Share share) {
        TreeMap<String, SchemaItem> schemas = new TreeMap<>(NameRule.ORDER);
        share.tables()
                .forEach(table -> schemas.putIfAbsent(table.schema(), new SchemaItem(table.schema(), share.name())));
        return List.copyOf(schemas.values());
    }

    private static ShareItem item(Share share) {
        return new ShareItem(share.name(), share.id().toString(), share.comment());
    }

    private static TableItem item(VisibleShares.VisibleTable each) {
        return new TableItem(
                each.table().name(),
                each.table().schema(),
                each.share().name(),
                each.share().id().toString(),
                each.table().id().toString());
    }

    /** Names of schemas and tables hold no control characters, so that a schema comes before one whose name goes on. */
    private static String key(VisibleShares.VisibleTable each) {
        return each.table().schema() + "\u0001" + each.table().name();
    }
}
