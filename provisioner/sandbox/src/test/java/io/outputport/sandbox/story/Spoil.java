package io.outputport.sandbox.story;

import java.util.Locale;

/** What happens to a table, after which Hasura cannot serve it as it did. */
enum Spoil {
    /** The column was shown under another name. */
    GONE("drop column \"2nd\"", "2nd", false),
    COLUMN("add column \"3rd\" int", "3rd", false),
    CONSTRAINT("add constraint \"UK-1\" unique (id)", "UK-1", true),
    TYPE("add column odd %s.\"odd-type\"", "odd-type", true);

    private final String change;
    private final String culprit;
    private final boolean lasting;

    Spoil(String change, String culprit, boolean lasting) {
        this.change = change;
        this.culprit = culprit;
        this.lasting = lasting;
    }

    /** The name that has to be told. */
    String culprit() {
        return culprit;
    }

    /** Whether no entry of Hasura's metadata can make up for it. */
    boolean lasting() {
        return lasting;
    }

    String schema() {
        return "spoil_" + name().toLowerCase(Locale.ROOT);
    }

    /** Tables {@code t0}, {@code t1} and so on with one row each, all of them sound. */
    void make(Database database, int tables) {
        database.run("create schema " + schema(), "create type " + schema() + ".\"odd-type\" as enum ('x')");
        for (int number = 0; number < tables; number++) {
            database.run(
                    "create table %s.t%d (id int primary key, name text, \"2nd\" text)".formatted(schema(), number),
                    "insert into %s.t%d values (1, 'one', 'x')".formatted(schema(), number));
        }
    }

    void happen(Database database, int number) {
        database.run("alter table %s.t%d ".formatted(schema(), number) + change.formatted(schema()));
    }
}
