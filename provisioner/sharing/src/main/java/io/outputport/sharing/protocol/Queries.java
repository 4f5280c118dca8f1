package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.predicate.Hints;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.protocol.ask.QueryBody;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.protocol.selection.FilePage;
import io.outputport.sharing.protocol.selection.VersionTokens;
import io.outputport.sharing.protocol.selection.WantedFiles;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableFailure;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out what a query is about: which version, which of its files, and how they are told. */
@Singleton
final class Queries {
    private final OpenedTables tables;
    private final VersionTokens tokens;

    Queries(OpenedTables tables, VersionTokens tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    /** A query as it was sent. */
    record Sent(Calls.Call call, QueryBody body, Outcome<Capabilities> capabilities, Optional<String> hash) {}

    Outcome<ReadyQuery> ready(Sent sent, TablePath path) {
        return tables.granted(sent.call(), path)
                .then(table -> opened(sent, table))
                .then(opened -> telling(sent, opened.snapshot())
                        .then(telling -> files(sent, opened).then(files -> selected(sent, opened, files, telling))));
    }

    /** A page is made of all files. */
    private Outcome<SnapshotFiles> files(Sent sent, OpenedTables.Opened opened) {
        return sent.body().isPaged() ? tables.read(sent.call(), opened) : tables.follow(sent.call(), opened);
    }

    private Outcome<OpenedTables.Opened> opened(Sent sent, VisibleShares.VisibleTable table) {
        QueryBody body = sent.body();
        if (body.isAboutChanges()) {
            return tables.refuseChanges(table, "A query of changes since a version");
        }
        if (body.pageToken().isPresent()) {
            return again(
                    table,
                    "pageToken",
                    tokens.read(pages(sent, table), body.pageToken().get()));
        }
        if (body.refreshToken().isPresent()) {
            return again(
                    table,
                    "refreshToken",
                    tokens.read(refreshes(sent, table), body.refreshToken().get()));
        }
        return body.version().then(choice -> tables.open(table, choice));
    }

    private Outcome<OpenedTables.Opened> again(
            VisibleShares.VisibleTable table, String name, Optional<VersionTokens.Pin> pin) {
        return pin.map(known -> tables.again(table, known.version())
                        .then(opened -> opened.snapshot().metadata().id().equals(known.table())
                                ? Outcome.done(opened)
                                : Outcome.<OpenedTables.Opened>stopped(QueryBody.wrongTokenOf(name))))
                .orElseGet(() -> Outcome.stopped(QueryBody.wrongTokenOf(name)));
    }

    private static Outcome<ReadyQuery.Telling> telling(Sent sent, Snapshot snapshot) {
        return sent.capabilities()
                .then(capabilities -> capabilities
                        .format(snapshot)
                        .then(format ->
                                hash(sent, format).map(ids -> new ReadyQuery.Telling(capabilities, format, ids))));
    }

    private static Outcome<FileIds.Hash> hash(Sent sent, ResponseFormat format) {
        return sent.hash()
                .map(name -> FileIds.Hash.named(name.strip())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.stopped(Refusals.parameter(
                                "The header " + QueryController.HASH + " names no hash that there is.",
                                "Write parquet, delta, or leave it out."))))
                .orElseGet(() -> Outcome.done(FileIds.Hash.usual(format)));
    }

    private Outcome<ReadyQuery> selected(
            Sent sent, OpenedTables.Opened opened, SnapshotFiles files, ReadyQuery.Telling telling) {
        try {
            return Outcome.done(chosen(sent, opened, files, telling));
        } catch (TableFailure broken) {
            files.close();
            return broken.outcome();
        } catch (RuntimeException bug) {
            files.close();
            throw bug;
        }
    }

    private ReadyQuery chosen(Sent sent, OpenedTables.Opened opened, SnapshotFiles files, ReadyQuery.Telling telling) {
        QueryBody body = sent.body();
        Hints hints = Hints.of(opened.snapshot().metadata(), body.sqlHints(), body.jsonHint());
        // Where pages are wanted, one row may be on the next.
        Optional<Long> limit = body.maxFiles().isPresent() ? Optional.empty() : body.limit();
        LiveFiles wanted = new WantedFiles(files.files(), hints, limit);
        Optional<String> refresh = body.wantsRefreshToken()
                ? Optional.of(tokens.of(refreshes(sent, opened.granted()), pin(opened, "")))
                : Optional.empty();
        if (!body.isPaged()) {
            return new ReadyQuery(
                    opened, files, wanted, telling, new ReadyQuery.ReadyTokens(refresh, Optional.empty(), false));
        }
        String pages = pages(sent, opened.granted());
        String after = body.pageToken()
                .flatMap(token -> tokens.read(pages, token))
                .map(VersionTokens.Pin::last)
                .orElse("");
        FilePage page = page(wanted, after, body.maxFiles().orElse(QueryBody.MOST_FILES));
        Optional<String> next = page.last().map(last -> tokens.of(pages, pin(opened, last)));
        return new ReadyQuery(opened, files, page, telling, new ReadyQuery.ReadyTokens(refresh, next, true));
    }

    private static FilePage page(LiveFiles wanted, String after, int most) {
        try (wanted) {
            return FilePage.of(wanted, after, most);
        }
    }

    private static VersionTokens.Pin pin(OpenedTables.Opened opened, String last) {
        return new VersionTokens.Pin(
                opened.snapshot().version(), opened.snapshot().metadata().id(), last);
    }

    /** Another page of the same: what is wanted must be, too. */
    private static String pages(Sent sent, VisibleShares.VisibleTable table) {
        return "page\n" + whose(sent, table) + sent.body().sqlHints() + "\n"
                + sent.body().jsonHint();
    }

    private static String refreshes(Sent sent, VisibleShares.VisibleTable table) {
        return "refresh\n" + whose(sent, table);
    }

    private static String whose(Sent sent, VisibleShares.VisibleTable table) {
        return sent.call().caller().recipient() + "\n" + table.share().id() + "\n"
                + table.table().id() + "\n";
    }
}
