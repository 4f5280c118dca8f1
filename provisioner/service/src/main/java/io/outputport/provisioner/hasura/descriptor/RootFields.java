package io.outputport.provisioner.hasura.descriptor;

import io.outputport.provisioner.descriptor.model.Located;

/** The names that a Hasura output port asks for: its table's and its four root fields' ({@code specific}). */
public record RootFields(
        Located<String> customTableName,
        Located<String> select,
        Located<String> selectByPk,
        Located<String> selectAggregate,
        Located<String> selectStream) {}
