package io.outputport.benchmark.scale;

/** Two contenders in one cell. */
record Race(Measured first, Measured second) {
    /** How many times faster the second was. */
    double times() {
        return seconds(first) / seconds(second);
    }

    /** The name of who was faster. */
    String winner() {
        return (times() > 1 ? second : first).contender();
    }

    private static double seconds(Measured measured) {
        return measured.deployment().wall().toMillis() / 1000.0;
    }
}
