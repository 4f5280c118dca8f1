package io.outputport.provisioner.hasura.descriptor;

/** The five names of {@code specific}, each with the ending that the output-port template proposes. */
enum NamedField {
    TABLE("customTableName", "table"),
    SELECT("select", "select"),
    SELECT_BY_PK("selectByPk", "select_by_pk"),
    SELECT_AGGREGATE("selectAggregate", "aggregate"),
    SELECT_STREAM("selectStream", "stream");

    private final String field;
    private final String ending;

    NamedField(String field, String ending) {
        this.field = field;
        this.ending = ending;
    }

    /** As it stands in {@code specific}. */
    String field() {
        return field;
    }

    String ending() {
        return ending;
    }

    boolean isRootField() {
        return this != TABLE;
    }
}
