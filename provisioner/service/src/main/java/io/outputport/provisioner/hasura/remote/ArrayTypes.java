package io.outputport.provisioner.hasura.remote;

/** How Hasura shows arrays of PostgreSQL: which it does depends on its version. */
@FunctionalInterface
public interface ArrayTypes {
    /** Whether an array is a list in GraphQL ({@code [Int!]}) and not a scalar of its own ({@code _int4}). */
    boolean areLists();
}
