package io.outputport.engine.graphql.role;

import io.outputport.engine.schema.TrackedTable.Customization;

/**
 * All root fields of a source under one field.
 *
 * @param name of that field
 */
public record Namespace(String name, String source, Customization customization, RootSet roots) {
    public String queryType() {
        return type("_query");
    }

    public String subscriptionType() {
        return type("_subscription");
    }

    private String type(String ending) {
        return customization.typePrefix() + name + ending + customization.typeSuffix();
    }
}
