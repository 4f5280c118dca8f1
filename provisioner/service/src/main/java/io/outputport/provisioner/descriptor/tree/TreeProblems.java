package io.outputport.provisioner.descriptor.tree;

import io.outputport.foundation.outcome.ProblemCode;

/** What can be wrong with a descriptor as a text. */
public final class TreeProblems {
    static final ProblemCode TOO_LARGE = new ProblemCode("descriptor-too-large");
    static final ProblemCode EMPTY = new ProblemCode("descriptor-empty");
    static final ProblemCode CHARACTER = new ProblemCode("descriptor-forbidden-character");
    static final ProblemCode LINE_TOO_LONG = new ProblemCode("descriptor-line-too-long");
    static final ProblemCode UNREADABLE = new ProblemCode("descriptor-unreadable");
    static final ProblemCode SEVERAL_DOCUMENTS = new ProblemCode("descriptor-several-documents");
    static final ProblemCode TOO_DEEP = new ProblemCode("descriptor-too-deep");
    static final ProblemCode TOO_MANY_VALUES = new ProblemCode("descriptor-too-many-values");
    static final ProblemCode ALIAS = new ProblemCode("descriptor-alias");
    static final ProblemCode TAG = new ProblemCode("descriptor-tag");
    static final ProblemCode MERGE_KEY = new ProblemCode("descriptor-merge-key");
    static final ProblemCode KEY_NOT_TEXT = new ProblemCode("descriptor-key-not-text");
    static final ProblemCode DUPLICATE_KEY = new ProblemCode("descriptor-duplicate-key");
    public static final ProblemCode NOT_AN_OBJECT = new ProblemCode("descriptor-not-an-object");

    private TreeProblems() {}
}
