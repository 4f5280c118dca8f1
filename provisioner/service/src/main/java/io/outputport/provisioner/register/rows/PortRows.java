package io.outputport.provisioner.register.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.register.PortRegister.Deployment;
import io.outputport.provisioner.register.PortRegister.RegisteredPort;
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

/** What stands in the columns of the table port. */
final class PortRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PortRows() {}

    static RegisteredPort entry(ResultSet row) throws SQLException {
        Optional<String> refs = Optional.ofNullable(row.getString("refs"));
        Optional<Deployment> deployment = Optional.empty();
        if (row.getString("served") != null) {
            deployment = Optional.of(new Deployment(
                    row.getString("descriptor"),
                    new ServedState(row.getString("technology"), row.getString("served")),
                    instant(row, "deployed_at").orElseThrow()));
        }
        return new RegisteredPort(
                row.getString("component"),
                row.getString("technology"),
                row.getBoolean("closed"),
                refs.map(PortRows::texts),
                deployment);
    }

    static WatchedPort watched(ResultSet row) throws SQLException {
        String technology = row.getString("technology");
        return new WatchedPort(
                row.getString("component"),
                technology,
                row.getLong("revision"),
                PortState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("served")).map(text -> new ServedState(technology, text)),
                instant(row, "deployed_at"),
                row.getBoolean("unsettled"),
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

    static String placesJson(List<ServedState> places) {
        ArrayNode array = JSON.createArrayNode();
        places.forEach(place -> array.add(json(place.json())));
        return array.toString();
    }

    static List<ServedState> places(String technology, String array) {
        List<ServedState> places = new ArrayList<>();
        json(array).forEach(place -> places.add(new ServedState(technology, place.toString())));
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
