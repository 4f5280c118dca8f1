package io.outputport.provisioner.hasura.plan.entry;

import io.outputport.foundation.outcome.ProblemCode;

/** The codes of what planning can find wrong. */
public final class PlanProblems {
    public static final ProblemCode COLUMN_MISSING = new ProblemCode("source-column-missing");
    public static final ProblemCode COLUMN_AMBIGUOUS = new ProblemCode("source-column-ambiguous");
    public static final ProblemCode NO_COLUMN = new ProblemCode("source-no-column");
    public static final ProblemCode NAME_FORBIDDEN = new ProblemCode("source-name-forbidden");
    public static final ProblemCode TAG_NEAR = new ProblemCode("column-tag-near");
    public static final ProblemCode PRIMARY_KEY = new ProblemCode("source-primary-key");
    public static final ProblemCode COLUMN_TYPE = new ProblemCode("source-column-type");
    public static final ProblemCode NAME_TAKEN = new ProblemCode("hasura-name-taken");
    public static final ProblemCode SOURCE_CUSTOMIZED = new ProblemCode("hasura-source-customized");
    public static final ProblemCode TABLE_TAKEN = new ProblemCode("hasura-table-taken");
    public static final ProblemCode HASURA_TABLE_MISSING = new ProblemCode("hasura-table-missing");
    public static final ProblemCode HASURA_TABLE_AMBIGUOUS = new ProblemCode("hasura-table-ambiguous");
    public static final ProblemCode TABLE_IN_USE = new ProblemCode("hasura-table-in-use");
    public static final ProblemCode ROLE_TAKEN = new ProblemCode("role-taken");
    public static final ProblemCode NOT_PROVISIONED = new ProblemCode("not-provisioned");

    private PlanProblems() {}
}
