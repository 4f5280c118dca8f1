package io.outputport.benchmark.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.benchmark.landscape.EngineCounters;
import io.outputport.benchmark.landscape.Hasura;
import io.outputport.benchmark.landscape.Landscape;
import io.outputport.benchmark.scale.contender.Contender;
import io.outputport.benchmark.scale.contender.Deployment;
import io.outputport.benchmark.scale.fleet.Fleet;
import io.outputport.benchmark.scale.fleet.Neighbours;
import io.outputport.benchmark.scale.fleet.Port;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one contender through one cell, from a Hasura with the neighbours' tables only. */
final class Course {
    /** Queries as a role cost the engine a schema of that role. */
    private static final int ASKED = 10;

    private final Landscape landscape;
    private final Neighbours neighbours;
    private final Fleet fleet;
    private int runs;

    private Course(Landscape landscape, Neighbours neighbours) {
        this.landscape = landscape;
        this.neighbours = neighbours;
        this.fleet = new Fleet(landscape);
    }

    static Course prepare(Landscape landscape) throws SQLException {
        return new Course(landscape, Neighbours.moveIn(landscape));
    }

    Measured run(Cell cell, Contender contender) throws IOException, InterruptedException, SQLException {
        Hasura hasura = landscape.hasura();
        hasura.charge(Hasura.Costs.NONE, false);
        Port first = fleet.ports("W" + ++runs, 1).get(0);
        List<Port> ports = fleet.ports("R" + runs, cell.ports());
        hasura.replaceMetadata(neighbours.metadata(cell.tables()));
        try (Contender.Ready ready = contender.prepare(first)) {
            hasura.charge(Hasura.Costs.NONE, false);
            hasura.replaceMetadata(neighbours.metadata(cell.tables()));
            EngineCounters before = hasura.counters();
            long bytes = landscape.bytesMoved();

            Deployment deployment = ready.deploy(ports);

            EngineCounters engine = hasura.counters().since(before);
            long moved = landscape.bytesMoved() - bytes;
            int deployed = deployed(hasura, ports);
            return new Measured(cell, contender.name(), deployment, deployed, answering(hasura, ports), engine, moved);
        }
    }

    private static int deployed(Hasura hasura, List<Port> ports) throws IOException, InterruptedException {
        Map<String, String> roles = new HashMap<>();
        for (JsonNode source : hasura.metadata().path("sources")) {
            for (JsonNode table : source.path("tables")) {
                roles.put(
                        table.at("/configuration/custom_name").asText(),
                        table.at("/select_permissions/0/role").asText());
            }
        }
        return (int) ports.stream()
                .filter(port -> port.role().equals(roles.get(port.customName())))
                .count();
    }

    private static int answering(Hasura hasura, List<Port> ports) throws IOException, InterruptedException {
        int answering = 0;
        int step = Math.max(1, ports.size() / ASKED);
        for (int i = 0; i < ports.size(); i += step) {
            Port port = ports.get(i);
            answering += hasura.query(port.role(), port.query()).has("errors") ? 0 : 1;
        }
        return answering;
    }
}
