package io.outputport.benchmark.scale;

import io.outputport.benchmark.landscape.Hasura.Costs;
import io.outputport.benchmark.scale.fleet.Fleet;
import io.outputport.benchmark.scale.fleet.Neighbours;
import java.time.Duration;

/**
 * One combination that is measured.
 *
 * @param ports deployed together
 * @param tables that other teams already have in Hasura
 */
record Cell(int ports, int tables) {
    /** The first write may catch some of the ports, the second the rest; one more for what comes between. One before. */
    private static final int WRITES = 3;

    /** Starting the service and removing what was deployed. */
    private static final Duration AROUND = Duration.ofSeconds(8);

    private static final Duration FOR_EACH_PORT = Duration.ofMillis(60);

    Cell {
        if (ports < 1 || tables < 0) {
            throw new IllegalArgumentException("At least one port, and no less than 0 tables.");
        }
    }

    /** How long measuring it takes, if the service works off many ports with few writes. */
    Duration estimate(Costs costs) {
        int sources = Neighbours.SOURCES + Fleet.products(ports);
        Duration write = costs.build(tables + ports).plus(costs.looks(sources));
        return write.multipliedBy(1 + (ports == 1 ? 1 : WRITES))
                .plus(FOR_EACH_PORT.multipliedBy(ports))
                .plus(AROUND);
    }
}
