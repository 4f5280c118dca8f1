package io.outputport.provisioner.register.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.register.PortRegister.Deployment;
import io.outputport.provisioner.register.PortRegister.Entry;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in the columns of the table port. */
final class PortRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PortRows() {}

    static Entry entry(ResultSet row) throws SQLException {
        Optional<String> refs = Optional.ofNullable(row.getString("refs"));
        Optional<Deployment> deployment = Optional.empty();
        if (row.getString("served") != null) {
            deployment = Optional.of(new Deployment(
                    row.getString("descriptor"),
                    ServedPortJson.read(json(row.getString("served"))),
                    instant(row, "deployed_at").orElseThrow()));
        }
        return new Entry(row.getString("component"), row.getBoolean("closed"), refs.map(PortRows::texts), deployment);
    }

    /** @param atWork the roles about which a call may be at work */
    static WatchedPort watched(ResultSet row, Set<String> atWork) throws SQLException {
        Optional<ServedPort> served =
                Optional.ofNullable(row.getString("served")).map(text -> ServedPortJson.read(json(text)));
        return new WatchedPort(
                row.getString("component"),
                row.getLong("revision"),
                PortState.valueOf(row.getString("state")),
                served,
                instant(row, "deployed_at"),
                row.getBoolean("unsettled")
                        || served.map(ServedPort::role).filter(atWork::contains).isPresent(),
                sighting(row));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        Optional<String> differences = Optional.ofNullable(row.getString("differences"));
        Optional<String> repairs = Optional.ofNullable(row.getString("repairs"));
        return new Sighting(
                instant(row, "drifted_since"),
                new Drift(
                        row.getBoolean("missing"),
                        differences.map(PortRows::texts).orElseGet(List::of)),
                row.getBoolean("role_missing"),
                repairs.map(PortRows::texts).orElseGet(List::of).stream()
                        .map(Instant::parse)
                        .toList(),
                row.getBoolean("alerted"));
    }

    static String json(List<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array.toString();
    }

    static String placesJson(List<ServedPort> places) {
        ArrayNode array = JSON.createArrayNode();
        places.forEach(place -> array.add(ServedPortJson.write(place)));
        return array.toString();
    }

    static List<ServedPort> places(String array) {
        List<ServedPort> places = new ArrayList<>();
        json(array).forEach(place -> places.add(ServedPortJson.read(place)));
        return places;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static List<String> texts(String array) {
        List<String> texts = new ArrayList<>();
        json(array).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the register of ports holds what is not JSON", broken);
        }
    }
}
