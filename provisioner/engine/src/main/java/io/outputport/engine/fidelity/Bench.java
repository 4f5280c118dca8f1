package io.outputport.engine.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.engine.fidelity.HasuraCalls.Answer;
import io.outputport.engine.fidelity.cases.Case;
import io.outputport.engine.fidelity.cases.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs cases against one Hasura, one after the other. Each starts from a world of its own: a database schema, sources
 * and roles whose names nobody else has. The world is taken down afterwards, so that a shared Hasura is left as it was;
 * operations that touch everybody's metadata are not used.
 */
public final class Bench implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Everything that the set-up of a case may have made in the database. */
    private static final String CLEAR = """
            DROP SCHEMA IF EXISTS %1$s CASCADE;
            DROP TABLE IF EXISTS public.%1$s_plain CASCADE;
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s_login') THEN
                REASSIGN OWNED BY %1$s_login TO CURRENT_USER;
                DROP OWNED BY %1$s_login;
                DROP ROLE %1$s_login;
              END IF;
            END $$""";

    private final Target target;
    private final HasuraCalls calls;
    private final String run;
    private final Names names;
    private final String version;
    private List<Exchange> world = List.of();

    /**
     * Adds the source that set-up statements run on.
     *
     * @param run part of all names; letters and digits, other than those of runs at the same time
     * @throws IllegalStateException when this Hasura or its database does not do what every case needs
     */
    public Bench(Target target, String run) {
        this.target = target;
        this.calls = new HasuraCalls(target);
        this.run = "fidelity_" + run;
        this.names = new Names(values());
        ObjectNode args = JSON.objectNode().put("name", this.run + "_beside");
        args.putObject("configuration").putObject("connection_info").put("database_url", target.sourceUrl());
        must("the source for SQL", calls.run("pg_add_source", args));
        this.version = calls.version();
    }

    /** Whether this Hasura has what the case needs. */
    public boolean has(Case one) {
        return one.needs().isEmpty() || target.warehouse().isPresent();
    }

    /** Whether the case is about this Hasura's version. */
    public boolean isOfVersion(Case one) {
        return one.versions().include(version);
    }

    /** @return empty when every answer was as expected */
    public List<Difference> run(Case one) {
        if (!world.equals(one.given())) {
            tearDown();
            setUp(one);
        }
        List<Difference> differences = new ArrayList<>();
        Names known = names;
        int number = 1;
        for (Exchange exchange : one.asks()) {
            Answer answer = calls.send(exchange, known);
            String place = one.asks().size() == 1 ? "" : "step " + number + " ";
            for (Difference found : differences(exchange, known, answer)) {
                differences.add(found.below(place).without(target.secrets()));
            }
            known = known.with(kept(exchange, answer));
            number++;
        }
        if (!differences.isEmpty() || !one.changesNothing()) {
            tearDown();
        }
        return differences;
    }

    @Override
    public void close() {
        tearDown();
        calls.run("pg_drop_source", JSON.objectNode().put("name", run + "_beside"));
    }

    private Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new HashMap<>();
        values.put("schema", new TextNode(run));
        values.put("source", new TextNode(run));
        values.put("other", new TextNode(run + "_other"));
        values.put("beside", new TextNode(run + "_beside"));
        values.put("role", new TextNode(run + "_role"));
        values.put("login", new TextNode(run + "_login"));
        values.put("url", new TextNode(target.sourceUrl()));
        values.put("secret", new TextNode(target.adminSecret()));
        values.put("loginUrl", new TextNode(target.sourceUrlOf(run + "_login", "own")));
        target.warehouse().ifPresent(url -> values.put("jdbc", new TextNode(url)));
        return values;
    }

    private void setUp(Case one) {
        must("the schema", calls.sql(run + "_beside", "CREATE SCHEMA " + run));
        world = one.given();
        for (Exchange exchange : one.given()) {
            must("the set-up of '" + one.name() + "' (" + exchange.path() + ")", calls.send(exchange, names));
        }
    }

    /** Also of a world that is half built or was changed: what is not there any more is passed over. */
    private void tearDown() {
        ArrayNode steps = JSON.arrayNode();
        for (String suffix : List.of("", "_other", "_new")) {
            drop(steps, "pg_drop_source", "name", run + suffix);
        }
        target.warehouse().ifPresent(url -> drop(steps, "snowflake_drop_source", "name", run + "_dc"));
        drop(steps, "drop_inherited_role", "role_name", run + "_role_both");
        drop(steps, "dc_delete_agent", "name", run);
        calls.run("bulk_keep_going", steps);
        must("clearing up", calls.sql(run + "_beside", CLEAR.formatted(run)));
        world = List.of();
    }

    private static void drop(ArrayNode steps, String type, String key, String name) {
        steps.addObject().put("type", type).putObject("args").put(key, name);
    }

    private static List<Difference> differences(Exchange exchange, Names names, Answer answer) {
        int status = exchange.expected().status();
        if (answer.status() != status) {
            String found = answer.status() + " " + answer.body();
            return List.of(new Difference("status", String.valueOf(status), found));
        }
        return exchange.expected()
                .answer()
                .map(expected -> AnswerComparison.of(
                        names.fill(expected),
                        AnswerPlace.find(
                                answer.body(), names.fill(exchange.expected().at()))))
                .orElse(List.of());
    }

    private Map<String, JsonNode> kept(Exchange exchange, Answer answer) {
        Map<String, JsonNode> kept = new HashMap<>();
        exchange.keep().forEach((name, place) -> kept.put(name, AnswerPlace.find(answer.body(), names.fill(place))));
        return kept;
    }

    private static void must(String what, Answer answer) {
        if (!answer.isGood()) {
            // Not the whole body: below "internal" Hasura may repeat a source's configuration.
            throw new IllegalStateException("%s was answered with %d: %s %s"
                    .formatted(
                            what,
                            answer.status(),
                            answer.body().path("code").asText(),
                            answer.body().path("error").asText()));
        }
    }
}
