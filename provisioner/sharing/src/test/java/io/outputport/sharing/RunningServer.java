package io.outputport.sharing;

import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.recipient.Recipients;
import io.outputport.sharing.share.Precondition;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareDraft.TableDraft;
import io.outputport.sharing.share.ShareStore;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.Token;
import io.outputport.sharing.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A sharing server over a folder, with one lake, and what a test offers, grants and reads of it. */
public final class RunningServer implements AutoCloseable {
    private static final Duration DAY = Duration.ofDays(1);

    private final Path lake;
    private final SharingServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(Path lake, SharingServer server) {
        this.lake = lake;
        this.server = server;
    }

    /** @param more settings, name and value in turn */
    public static RunningServer in(Path machine, String... more) {
        try {
            Path lake = Files.createDirectories(machine.resolve("lake"));
            Map<String, String> environment = new HashMap<>(Map.of(
                    "SHARING_PORT",
                    "0",
                    "SHARING_HOST",
                    "127.0.0.1",
                    "SHARING_DB_URL",
                    "jdbc:h2:file:" + machine.resolve("shares"),
                    "SHARING_TABLE_PROBE",
                    "0",
                    "SHARING_STORAGE_LAKE",
                    lake.toUri().toString()));
            for (int at = 0; at < more.length; at += 2) {
                environment.put(more[at], more[at + 1]);
            }
            return new RunningServer(lake, SharingServer.start(Settings.of(environment, SharingNames.ALL)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path lake() {
        return lake;
    }

    public URI url() {
        return server.url();
    }

    public <T> T part(Class<T> type) {
        return server.context().getBean(type);
    }

    /** @param tables as {@code schema.name}; each lies in the folder of that name */
    public RunningServer offers(String share, String... tables) {
        part(ShareStore.class).put(share, draft(false, tables), Precondition.none());
        return this;
    }

    public RunningServer offersWithHistory(String share, String... tables) {
        part(ShareStore.class).put(share, draft(true, tables), Precondition.none());
        return this;
    }

    private static ShareDraft draft(boolean history, String... tables) {
        return new ShareDraft(
                Optional.empty(),
                Stream.of(tables)
                        .map(name -> new TableDraft(
                                name.split("\\.")[0],
                                name.split("\\.")[1],
                                new TableLocation("lake", name.replace('.', '/')),
                                history,
                                RowFilter.NONE))
                        .toList());
    }

    /** The same tables, with lifetimes. */
    public RunningServer limits(String share, Lifetimes lifetimes) {
        ShareDraft draft = draft(false, "north.orders");
        part(ShareStore.class)
                .put(share, new ShareDraft(draft.comment(), lifetimes, draft.tables()), Precondition.none());
        return this;
    }

    /** One table, of which recipients may read the partitions that a filter names. */
    public RunningServer offersInPart(String share, String table, Map<String, String> filter) {
        ShareDraft whole = draft(true, table);
        TableDraft named = whole.tables().get(0);
        TableDraft part = new TableDraft(
                named.schema(), named.name(), named.location(), named.historyShared(), new RowFilter(filter));
        part(ShareStore.class).put(share, new ShareDraft(Optional.empty(), List.of(part)), Precondition.none());
        return this;
    }

    /** The whole list of who may read a share. */
    public RunningServer grants(String share, String... recipients) {
        part(ShareStore.class).grant(share, Set.of(recipients), Precondition.none());
        return this;
    }

    /** Somebody who has activated. */
    public Reader reader(String name) {
        return reader(name, Map.of());
    }

    public Reader reader(String name, Map<String, String> properties) {
        return reader(name, properties, DAY);
    }

    /** @param lifetime of its token */
    public Reader reader(String name, Map<String, String> properties, Duration lifetime) {
        Recipient recipient = part(Recipients.class)
                .put(name, RecipientKind.EXTERNAL, new RecipientTerms(Optional.empty(), List.of(), properties, false))
                .orElseThrow();
        SecretText secret = SecretText.fresh(SecretText.Use.TOKEN, new SecureRandom());
        return new Reader(recipient, secret, part(Tokens.class).issue(recipient.id(), secret, lifetime));
    }

    /** A recipient with a token. */
    public final class Reader {
        private final Recipient recipient;
        private final SecretText secret;
        private final Token token;

        private Reader(Recipient recipient, SecretText secret, Token token) {
            this.recipient = recipient;
            this.secret = secret;
            this.token = token;
        }

        public String bearer() {
            return secret.reveal();
        }

        public void isRevoked() {
            part(Tokens.class).revoke(recipient.id(), token.id());
        }

        /** @param path below the protocol's prefix */
        public HttpResponse<String> gets(String path, String... headers) {
            return sends(request(path, headers).GET());
        }

        public HttpResponse<String> posts(String path, String body, String... headers) {
            return sends(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        public HttpResponse<String> sends(HttpRequest.Builder request) {
            return sent(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        public HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/delta-sharing" + path))
                    .header("Authorization", "Bearer " + secret.reveal());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return request;
        }

        /** The lines of a table's query. */
        public List<String> queries(String share, String table, String... headers) {
            String path = "/shares/" + share + "/schemas/" + table.replace(".", "/tables/") + "/query";
            return posts(path, "{}", headers).body().lines().toList();
        }
    }

    public <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
