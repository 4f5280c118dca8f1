package io.outputport.provisioner.sharing.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.sharing.plan.HeldShare;
import io.outputport.provisioner.sharing.plan.Owner;
import io.outputport.provisioner.sharing.plan.WantedShare;
import io.outputport.provisioner.sharing.table.InspectedTable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The calls of the sharing server's admin API that a provisioner makes. */
public final class SharingClient {
    private static final String SHARES = "/admin/v1/shares";
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int LARGEST_HEALTH = 1 << 16;

    private final SharingSettings settings;
    private final Calls calls;

    public SharingClient(SharingSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** Done and empty when there is no share of the name. Without an ETag it could not be changed safely. */
    public Outcome<Optional<HeldShare>> share(String name) {
        return read(
                send(request(place(name)).GET()),
                ShareJson::isShare,
                (json, answer) -> answer.tag()
                        .filter(tag -> !tag.isEmpty())
                        .map(tag -> Outcome.done(Optional.of(ShareJson.share(json, tag))))
                        .orElseGet(() -> SharingAnswers.noAnswer(answer)),
                none());
    }

    /** Without their ETags: whoever changes one reads it first. */
    public Outcome<List<HeldShare>> shares() {
        return list(SHARES);
    }

    /** Those with a comment, and others where the server does not look at it. */
    public Outcome<List<HeldShare>> shares(Owner owner) {
        return list(SHARES + "?comment=" + encoded(owner.mark()));
    }

    private Outcome<List<HeldShare>> list(String address) {
        return read(
                send(request(address).GET()),
                json -> json.path("items").isArray(),
                (json, answer) -> {
                    List<HeldShare> shares = new ArrayList<>();
                    json.path("items").forEach(item -> shares.add(ShareJson.share(item, "")));
                    return Outcome.done(shares);
                },
                SharingAnswers::unknownCall);
    }

    /** @param before as it was read; empty when there was none */
    public Outcome<Change> put(WantedShare wanted, Optional<HeldShare> before) {
        HttpRequest.Builder request = request(place(wanted.name())).PUT(body(ShareJson.write(wanted)));
        before.ifPresentOrElse(
                held -> request.header("If-Match", held.tag()), () -> request.header("If-None-Match", "*"));
        return written(request);
    }

    /** With its grants. */
    public Outcome<Change> remove(HeldShare share) {
        Reply reply = send(
                request(place(share.name())).header("If-Match", share.tag()).DELETE());
        return SharingAnswers.judge(reply)
                .map(answer -> SharingAnswers.isMissing(answer) ? Change.UNCHANGED : Change.CHANGED);
    }

    /** Who may read a share; empty when there is none. */
    public Outcome<Optional<List<String>>> grants(String share) {
        return read(
                send(request(place(share) + "/grants").GET()),
                ShareJson::isGrants,
                (json, answer) -> Outcome.done(Optional.of(ShareJson.recipients(json))),
                none());
    }

    /** Puts the whole snapshot; users and groups that the server does not know yet come into being with it. */
    public Outcome<Optional<Change>> grant(String share, List<String> recipients) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        recipients.forEach(body.putArray("recipients")::add);
        return read(
                send(request(place(share) + "/grants").PUT(body(body))),
                ShareJson::isGrants,
                (json, answer) -> Outcome.done(Optional.of(Change.CHANGED)),
                none());
    }

    /** Stopped where there is no such storage. */
    public Outcome<InspectedTable> inspect(String storage, String path) {
        String address = "/admin/v1/storages/" + encoded(storage) + "/inspect?path=" + encoded(path);
        return read(
                send(request(address).GET()),
                ShareJson::isInspection,
                (json, answer) -> Outcome.done(ShareJson.inspection(json)),
                SharingAnswers::unknownCall);
    }

    /** How the server says that it is; the caller may not wait long. */
    public Reply health(Duration patience) {
        return calls.look(
                Calls.to(URI.create(settings.url() + "/health/readiness"), patience)
                        .GET()
                        .build(),
                LARGEST_HEALTH);
    }

    private Outcome<Change> written(HttpRequest.Builder request) {
        return read(
                send(request),
                ShareJson::isShare,
                (json, answer) -> Outcome.done(Change.CHANGED),
                SharingAnswers::unknownCall);
    }

    /** How an answer is read. */
    @FunctionalInterface
    private interface Reader<T> {
        Outcome<T> read(JsonNode json, Reply.Answer answer);
    }

    private static <T> Function<Reply.Answer, Outcome<Optional<T>>> none() {
        return answer -> Outcome.done(Optional.empty());
    }

    /** @param missing what it means that there is no such thing */
    private static <T> Outcome<T> read(
            Reply reply, Predicate<JsonNode> isOwn, Reader<T> reader, Function<Reply.Answer, Outcome<T>> missing) {
        return SharingAnswers.judge(reply).then(answer -> {
            if (SharingAnswers.isMissing(answer)) {
                return missing.apply(answer);
            }
            return answer.json()
                    .filter(isOwn)
                    .map(json -> reader.read(json, answer))
                    .orElseGet(() -> SharingAnswers.noAnswer(answer));
        });
    }

    private Reply send(HttpRequest.Builder request) {
        return calls.send(request.build(), LARGEST_ANSWER);
    }

    private HttpRequest.Builder request(String path) {
        return Calls.to(URI.create(settings.url() + path), settings.timeout())
                .header("Authorization", "Bearer " + settings.token().reveal())
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(ObjectNode json) {
        return BodyPublishers.ofString(json.toString());
    }

    private static String place(String share) {
        return SHARES + "/" + encoded(share);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
