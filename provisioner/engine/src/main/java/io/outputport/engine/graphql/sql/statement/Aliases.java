package io.outputport.engine.graphql.sql.statement;

/** Gives every table of a statement a name of its own. */
final class Aliases {
    private int last;

    Sql next() {
        return Sql.name("t" + ++last);
    }
}
