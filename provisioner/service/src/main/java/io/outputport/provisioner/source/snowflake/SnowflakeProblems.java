package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.outcome.ProblemCode;

/** What can be wrong with a Snowflake source. */
final class SnowflakeProblems {
    static final ProblemCode OFF = new ProblemCode("snowflake-not-configured");
    static final ProblemCode CUSTOM_VIEW = new ProblemCode("snowflake-custom-view");
    static final ProblemCode REFUSED = new ProblemCode("snowflake-refused");
    static final ProblemCode UNREACHABLE = new ProblemCode("snowflake-unreachable");

    private SnowflakeProblems() {}
}
