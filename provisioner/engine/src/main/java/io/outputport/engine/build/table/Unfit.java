package io.outputport.engine.build.table;

/** Why one object of the metadata cannot be served; caught where that object is built. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
