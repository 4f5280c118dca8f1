package io.outputport.benchmark.scale;

import java.util.List;

/** Which combinations a run measures. */
final class Cells {
    private static final List<Integer> PORTS = List.of(1, 10, 50, 200, 1000);
    private static final List<Integer> TABLES = List.of(0, 100, 1000, 5000);

    private Cells() {}

    /** All of them; some forty minutes. */
    static List<Cell> whole() {
        return of(PORTS, TABLES);
    }

    /** Where a build takes more than a minute, one port and many; some twenty-five minutes. */
    static List<Cell> usual() {
        return whole().stream()
                .filter(cell -> cell.tables() < 5000 || cell.ports() == 1 || cell.ports() == 200)
                .toList();
    }

    /** Some three minutes. */
    static List<Cell> quick() {
        return of(List.of(1, 10, 50), List.of(0, 100));
    }

    /**
     * Each number of ports with each number of tables.
     *
     * @param ports empty for the usual ones
     * @param tables empty for the usual ones
     */
    static List<Cell> of(List<Integer> ports, List<Integer> tables) {
        List<Integer> together = ports.isEmpty() ? PORTS : ports;
        return (tables.isEmpty() ? TABLES : tables)
                .stream()
                        .flatMap(already -> together.stream().map(count -> new Cell(count, already)))
                        .toList();
    }
}
