package io.outputport.provisioner.plan;

import io.outputport.foundation.outcome.ProblemCode;

/** The codes of what planning can find wrong. */
final class PlanProblems {
    static final ProblemCode COLUMN_MISSING = new ProblemCode("source-column-missing");
    static final ProblemCode COLUMN_AMBIGUOUS = new ProblemCode("source-column-ambiguous");
    static final ProblemCode NO_COLUMN = new ProblemCode("source-no-column");
    static final ProblemCode NAME_FORBIDDEN = new ProblemCode("source-name-forbidden");
    static final ProblemCode TAG_NEAR = new ProblemCode("column-tag-near");
    static final ProblemCode PRIMARY_KEY = new ProblemCode("source-primary-key");
    static final ProblemCode COLUMN_TYPE = new ProblemCode("source-column-type");
    static final ProblemCode NAME_TAKEN = new ProblemCode("hasura-name-taken");
    static final ProblemCode SOURCE_CUSTOMIZED = new ProblemCode("hasura-source-customized");
    static final ProblemCode TABLE_TAKEN = new ProblemCode("hasura-table-taken");
    static final ProblemCode HASURA_TABLE_MISSING = new ProblemCode("hasura-table-missing");
    static final ProblemCode HASURA_TABLE_AMBIGUOUS = new ProblemCode("hasura-table-ambiguous");
    static final ProblemCode TABLE_IN_USE = new ProblemCode("hasura-table-in-use");
    static final ProblemCode ROLE_TAKEN = new ProblemCode("role-taken");
    static final ProblemCode NOT_PROVISIONED = new ProblemCode("not-provisioned");

    private PlanProblems() {}
}
