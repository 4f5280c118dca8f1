package io.outputport.provisioner.register.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.outputport.foundation.text.StoredJson;
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
import java.util.List;
import java.util.Optional;

/** What stands in the columns of the table port. */
final class PortRows {
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
        return StoredJson.PLAIN.writeAll(texts);
    }

    /** Each is JSON already. */
    static String placesJson(List<ServedState> places) {
        return StoredJson.PLAIN.writeAll(
                places.stream().map(place -> new RawValue(place.json())).toList());
    }

    static List<ServedState> places(String technology, String array) {
        return StoredJson.PLAIN.readAll(array, JsonNode.class).stream()
                .map(place -> new ServedState(technology, place.toString()))
                .toList();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static List<String> texts(String array) {
        return StoredJson.PLAIN.readAll(array, String.class);
    }
}
