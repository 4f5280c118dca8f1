package io.outputport.provisioner.descriptor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;

/** A part of a text as JSON; its scalars stay the texts that they were written as. */
final class FieldJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FieldJson() {}

    /** Not deeper than the text's reader lets a text be. */
    static JsonNode of(Field field) {
        if (field.isObject()) {
            ObjectNode object = JSON.objectNode();
            field.names().forEach(name -> object.set(name, of(field.child(name))));
            return object;
        }
        if (field.isList()) {
            ArrayNode list = JSON.arrayNode();
            field.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return field.isPresent()
                ? JSON.textNode(field.asWritten().map(Located::value).orElse(""))
                : JSON.nullNode();
    }
}
