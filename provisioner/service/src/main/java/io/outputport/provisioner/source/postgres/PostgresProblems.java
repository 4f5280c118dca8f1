package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.outcome.ProblemCode;

/** What can be wrong with a PostgreSQL source. */
final class PostgresProblems {
    static final ProblemCode OFF = new ProblemCode("postgres-not-configured");
    static final ProblemCode DATABASE_UNKNOWN = new ProblemCode("postgres-database-unknown");
    static final ProblemCode OTHER_LETTER_CASE = new ProblemCode("postgres-other-letter-case");
    static final ProblemCode REFUSED = new ProblemCode("postgres-refused");
    static final ProblemCode UNREACHABLE = new ProblemCode("postgres-unreachable");

    private PostgresProblems() {}
}
