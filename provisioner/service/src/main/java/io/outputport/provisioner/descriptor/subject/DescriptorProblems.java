package io.outputport.provisioner.descriptor.subject;

import io.outputport.foundation.outcome.ProblemCode;

/** What can be wrong with what a descriptor says. */
public final class DescriptorProblems {
    public static final ProblemCode KIND = new ProblemCode("descriptor-kind");
    static final ProblemCode MISSING = new ProblemCode("descriptor-missing-field");
    public static final ProblemCode SHAPE = new ProblemCode("descriptor-wrong-shape");
    static final ProblemCode COMPONENT_UNKNOWN = new ProblemCode("component-unknown");
    static final ProblemCode COMPONENT_TWICE = new ProblemCode("component-not-unique");
    static final ProblemCode NOT_SERVED = new ProblemCode("component-not-served");
    static final ProblemCode ASSUMED = new ProblemCode("component-technology-assumed");
    static final ProblemCode ENVIRONMENT = new ProblemCode("environment-mismatch");
    public static final ProblemCode CONTROL_CHARACTER = new ProblemCode("text-control-character");
    public static final ProblemCode TOO_LONG = new ProblemCode("text-too-long");
    public static final ProblemCode NO_LETTERS = new ProblemCode("name-without-letters");
    public static final ProblemCode NAME_ILLEGAL = new ProblemCode("name-illegal");
    public static final ProblemCode NAME_PREFIX = new ProblemCode("name-prefix");
    public static final ProblemCode NAME_TWICE = new ProblemCode("name-not-distinct");
    static final ProblemCode NO_SOURCE = new ProblemCode("source-missing");
    static final ProblemCode SEVERAL_SOURCES = new ProblemCode("source-not-unique");
    static final ProblemCode SOURCE_TECHNOLOGY = new ProblemCode("source-technology-unknown");
    public static final ProblemCode COLUMN_TWICE = new ProblemCode("column-not-unique");
    public static final ProblemCode MORE = new ProblemCode("descriptor-more-problems");

    private DescriptorProblems() {}
}
