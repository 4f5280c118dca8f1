package io.outputport.engine.graphql.role;

import io.outputport.engine.graphql.role.table.VisibleTable;

/** A field of {@code query_root} or {@code subscription_root}. */
public record Root(String name, RootKind kind, VisibleTable table) {

    /** By the name that a permission calls it. */
    public enum RootKind {
        SELECT("select"),
        SELECT_BY_PK("select_by_pk"),
        SELECT_AGGREGATE("select_aggregate"),
        SELECT_STREAM("select_stream");

        private final String permissionName;

        RootKind(String permissionName) {
            this.permissionName = permissionName;
        }

        public String permissionName() {
            return permissionName;
        }
    }
}
