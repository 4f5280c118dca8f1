package io.outputport.sandbox.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.Provisioner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service of 30 November 2026 left behind when it was killed in the middle of its work: the rows of its database, and
 * what Hasura, the role mapper and its callers then knew. As if it had been a minute ago.
 */
final class OlderVersion {
    private static final Pattern KILLED = Pattern.compile("-- killed at (\\S+)");
    private static final Pattern MIGRATION = Pattern.compile("V\\d+__\\w+\\.sql");
    private static final Pattern MOMENT = Pattern.compile("2026-11-30T[0-9:.]+Z");
    /** The table that Flyway makes for itself on either database. */
    private static final String HISTORY = """
            create table "flyway_schema_history" (
                installed_rank int not null primary key, version varchar(50), description varchar(200) not null,
                type varchar(20) not null, script varchar(1000) not null, checksum int,
                installed_by varchar(100) not null, installed_on timestamp default current_timestamp not null,
                execution_time int not null, success boolean not null)""";

    private final String rows;
    private final Duration since;

    OlderVersion() {
        this.rows = text("rows.sql");
        Matcher killed = KILLED.matcher(rows);
        Instant then = killed.results()
                .map(found -> Instant.parse(found.group(1)))
                .findFirst()
                .orElseThrow();
        this.since = Duration.between(then, Instant.now().minus(Duration.ofMinutes(1)))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** Makes the tables by the steps that it had carried out, and fills them. */
    void fill(String url) throws SQLException {
        String complete = url.startsWith("jdbc:h2:")
                ? url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;USER=sa"
                : url;
        try (Connection connection = DriverManager.getConnection(complete);
                Statement statement = connection.createStatement()) {
            statement.execute(HISTORY);
            for (String step :
                    MIGRATION.matcher(rows).results().map(MatchResult::group).toList()) {
                statement.execute(read(Provisioner.class, "/db/migration/" + step));
            }
            statement.execute(lately(rows));
        }
    }

    /** Brings Hasura and the role mapper to where they were. */
    void restore(Engine hasura, RoleMapperState roleMapper) {
        hasura.restore(json("hasura.json"));
        json("role-mapper.json").forEach(roleMapper::put);
    }

    /** The token of a task that had not ended, by what it was to do. */
    String unfinished(String name) {
        return json("unfinished.json").required(name).asText();
    }

    /** What was answered to whoever asked for the status of a task that had ended, by the path of that status. */
    Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new TreeMap<>();
        json("answers.json").forEach(answer -> answers.put(answer.path("path").asText(), answer.path("body")));
        return answers;
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(lately(text(file)));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String lately(String text) {
        return MOMENT.matcher(text)
                .replaceAll(moment -> Instant.parse(moment.group()).plus(since).toString());
    }

    private static String text(String file) {
        return read(OlderVersion.class, "/older-version/" + file);
    }

    private static String read(Class<?> owner, String resource) {
        try (InputStream stream =
                Optional.ofNullable(owner.getResourceAsStream(resource)).orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
