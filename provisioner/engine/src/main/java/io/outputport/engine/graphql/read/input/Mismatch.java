package io.outputport.engine.graphql.read.input;

/** Hasura's sentence for a value of the wrong kind. */
final class Mismatch {
    private Mismatch() {}

    static String of(String wanted, String type, Input found) {
        return "expected %s for type '%s', but found %s".formatted(wanted, type, found.describe());
    }
}
