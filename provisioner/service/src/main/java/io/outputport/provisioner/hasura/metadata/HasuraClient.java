package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Pieces;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.metadata.document.MetadataReader;
import io.outputport.provisioner.hasura.metadata.document.Splice;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.BulkStep;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls of Hasura's metadata and GraphQL APIs that a provisioner makes. */
public final class HasuraClient {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration RECENT = Duration.ofSeconds(2);
    private static final int LARGEST_EXPORT = 256 << 20;
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int LARGEST_HEALTH = 1 << 16;

    private final HasuraSettings settings;
    private final Calls calls;
    private final SharedExport export;
    /** The bytes of the export that was read last, as long as anybody works with them. */
    private volatile WeakReference<Pieces> latest = new WeakReference<>(null);

    /** The newest version that was seen. */
    private final AtomicLong newest = new AtomicLong();

    private final AtomicReference<@Nullable Recent> recent = new AtomicReference<>();

    public HasuraClient(HasuraSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
        this.export = new SharedExport(this::download, InstantSource.system());
    }

    /** The metadata as they are now; one document for all who ask at the same time. */
    public Outcome<MetadataDocument> export() {
        return export.get();
    }

    /** Read since then, and not known to be overtaken. */
    public Optional<MetadataDocument> readSince(Instant since) {
        return export.since(since).filter(document -> document.actual().resourceVersion() >= newest.get());
    }

    /** For the next write: read a moment ago, perhaps not the newest any more. */
    public void keepRecent(MetadataDocument document) {
        recent.set(new Recent(new SoftReference<>(document), System.nanoTime()));
    }

    /** Each is given to one write only. */
    public Optional<MetadataDocument> takeRecent() {
        return Optional.ofNullable(recent.getAndSet(null))
                .filter(kept -> System.nanoTime() - kept.at() < RECENT.toNanos())
                .map(kept -> kept.document().get())
                .filter(document -> document.actual().resourceVersion() >= newest.get());
    }

    /** It may be large, and nobody may come for it: memory that runs short takes it away. */
    private record Recent(SoftReference<MetadataDocument> document, long at) {}

    private Outcome<MetadataDocument> download() {
        ObjectNode body = operation("export_metadata").put("version", 2);
        Reply reply = metadata(BodyPublishers.ofString(body.toString()), settings.timeout(), LARGEST_EXPORT);
        return answer(reply).then(this::document);
    }

    private Outcome<MetadataDocument> document(Reply.Answer answer) {
        try {
            MetadataDocument document = MetadataReader.read(shared(answer.pieces()));
            newest.accumulateAndGet(document.actual().resourceVersion(), Math::max);
            return Outcome.done(document);
        } catch (IOException notAnExport) {
            return Outcome.later(
                    Duration.ofSeconds(5),
                    Problem.of(
                            HasuraProblems.FAILING,
                            "Hasura's export_metadata cannot be read as an export of version 2."));
        }
    }

    /**
     * Each task keeps the bytes that it looked at for as long as it runs. While nobody writes to Hasura all of them get the
     * same, and one copy serves them all: ten of 50 MB would not fit into a small heap.
     */
    private Pieces shared(Pieces export) {
        Pieces known = latest.get();
        if (known != null && known.hasBytesOf(export)) {
            return known;
        }
        latest = new WeakReference<>(export);
        return export;
    }

    /** Writes the document with these edits in it, provided that nobody wrote since it was read. */
    public Reply replace(MetadataDocument document, List<MetadataEdit> edits) {
        Splice body = new Splice()
                .add("{\"type\":\"replace_metadata\",\"version\":2,\"resource_version\":")
                .add(Long.toString(document.actual().resourceVersion()))
                .add(",\"args\":{\"allow_inconsistent_metadata\":true,\"metadata\":")
                .add(document.edited(edits))
                .add("}}");
        return write(body.publisher());
    }

    /** Carries the commands out, all or none, if nobody wrote since that version; then tells what is inconsistent. */
    public Reply bulk(List<BulkStep> steps, long resourceVersion) {
        ObjectNode body = JSON.objectNode().put("type", "bulk").put("resource_version", resourceVersion);
        steps.forEach(step -> body.withArray("args").add(step.toJson()));
        body.withArray("args").add(operation("get_inconsistent_metadata"));
        return write(BodyPublishers.ofString(body.toString()));
    }

    public Outcome<List<JsonNode>> inconsistentObjects() {
        return json(operation("get_inconsistent_metadata"), settings.timeout(), OwnAnswer::isReport)
                .map(OwnAnswer::inconsistentObjects);
    }

    /** Has Hasura look at this one source's database again. */
    public Outcome<JsonNode> reload(String source) {
        ObjectNode body = operation("reload_metadata");
        ObjectNode args = body.putObject("args").put("reload_remote_schemas", false);
        args.putArray("reload_sources").add(source);
        return json(body, settings.writeTimeout(), OwnAnswer::isSuccess);
    }

    /** The columns that Hasura knows of a table; done and empty when it does not say. */
    public Outcome<Optional<Set<String>>> columns(String operationPrefix, String source, JsonNode table) {
        ObjectNode body = operation(operationPrefix + "_get_table_info");
        body.putObject("args").put("source", source).set("table", table);
        return json(body, settings.timeout(), OwnAnswer::isTableInfo).map(info -> {
            Set<String> names = new HashSet<>();
            info.path("columns").forEach(column -> names.add(column.path("name").asText()));
            return names.isEmpty() ? Optional.empty() : Optional.of(names);
        });
    }

    /** What a PostgreSQL source answers to SQL that only reads, row by row, without the names of the columns. */
    public Outcome<List<JsonNode>> rows(String source, String sql) {
        ObjectNode body = operation("pg_run_sql");
        body.putObject("args").put("source", source).put("sql", sql).put("read_only", true);
        HttpRequest request = request("/v2/query", BodyPublishers.ofString(body.toString()), settings.timeout())
                .build();
        return answer(calls.send(request, LARGEST_ANSWER)).map(answer -> {
            List<JsonNode> rows = new ArrayList<>();
            answer.json().ifPresent(json -> json.path("result").forEach(rows::add));
            return rows.isEmpty() ? rows : rows.subList(1, rows.size());
        });
    }

    /** The fields of these types as the role sees them, see {@link TypeQuestion#read}. */
    public Outcome<Optional<Map<String, Set<String>>>> fields(String role, List<String> types) {
        TypeQuestion question = new TypeQuestion(types);
        BodyPublisher body = BodyPublishers.ofString(question.body().toString());
        HttpRequest request = request("/v1/graphql", body, settings.timeout())
                .header("X-Hasura-Role", role)
                .build();
        return answer(calls.send(request, LARGEST_ANSWER)).then(question::read);
    }

    /** How Hasura says that it is; the caller may not wait long. */
    public Reply health(Duration patience) {
        return look("/healthz", patience);
    }

    /** Which Hasura it is; the caller may not wait long. */
    public Reply version(Duration patience) {
        return look("/v1/version", patience);
    }

    /** How Hasura was started; the caller may not wait long. */
    public Reply configuration(Duration patience) {
        HttpRequest request = asAdmin("/v1alpha1/config", patience).GET().build();
        return calls.look(request, LARGEST_HEALTH);
    }

    private Reply look(String path, Duration patience) {
        HttpRequest request =
                Calls.to(URI.create(settings.url() + path), patience).GET().build();
        return calls.look(request, LARGEST_HEALTH);
    }

    private static ObjectNode operation(String type) {
        ObjectNode body = JSON.objectNode().put("type", type);
        body.putObject("args");
        return body;
    }

    /** @param isOwn whether a body is an answer of this operation */
    private Outcome<JsonNode> json(ObjectNode body, Duration timeout, Predicate<JsonNode> isOwn) {
        Reply reply = metadata(BodyPublishers.ofString(body.toString()), timeout, LARGEST_ANSWER);
        return answer(reply)
                .then(answer -> answer.json()
                        .filter(isOwn)
                        .map(Outcome::done)
                        .orElseGet(() ->
                                HasuraProblems.noAnswerTo(body.path("type").asText())));
    }

    public static Outcome<Reply.Answer> answer(Reply reply) {
        return reply.match(
                answer -> answer.status() == 200 ? Outcome.done(answer) : HasuraProblems.unsuccessful(answer),
                HasuraProblems::silent);
    }

    private Reply write(BodyPublisher body) {
        export.forget();
        return metadata(body, settings.writeTimeout(), LARGEST_ANSWER);
    }

    private Reply metadata(BodyPublisher body, Duration timeout, int largest) {
        return calls.send(request("/v1/metadata", body, timeout).build(), largest);
    }

    private HttpRequest.Builder request(String path, BodyPublisher body, Duration timeout) {
        return asAdmin(path, timeout).header("Content-Type", "application/json").POST(body);
    }

    private HttpRequest.Builder asAdmin(String path, Duration timeout) {
        return Calls.to(URI.create(settings.url() + path), timeout)
                .header("X-Hasura-Admin-Secret", settings.adminSecret().reveal());
    }
}
