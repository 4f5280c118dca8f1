package io.outputport.provisioner.descriptor.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One component: its descriptor part is {@code spec.mesh}, its name {@code <domain>.<product>.<major>.<component>}
 * leads to the URNs that the platform gives it.
 */
record CatalogEntry(Field root) {
    private static final int NAME_PARTS = 4;

    static Optional<CatalogEntry> of(Field root) {
        return Optional.of(new CatalogEntry(root)).filter(entry -> entry.mesh().isObject());
    }

    Field mesh() {
        return root.child("spec").child("mesh");
    }

    /** {@code id} of the mesh part, which the platform writes; else made from the entry's name. */
    Optional<String> id() {
        return text(mesh().child("id")).or(() -> parts().map(parts -> "urn:dmb:cmp:" + String.join(":", parts)));
    }

    Optional<String> domain() {
        return text(root.child("spec").child("domain")).or(() -> parts().map(parts -> parts.get(0)));
    }

    Optional<String> product() {
        return parts().map(parts -> parts.get(1));
    }

    Optional<String> major() {
        return parts().map(parts -> parts.get(2));
    }

    /** The component of a descriptor; what it depends on is written as the platform would write it. */
    ObjectNode component() {
        ObjectNode component = (ObjectNode) FieldJson.of(mesh());
        id().ifPresent(id -> component.put("id", id));
        if (mesh().child("dependsOn").isPresent()) {
            var dependsOn = component.putArray("dependsOn");
            mesh().child("dependsOn").items().stream()
                    .map(item -> text(item).map(CatalogEntry::urn))
                    .forEach(id -> id.ifPresentOrElse(dependsOn::add, dependsOn::addNull));
        }
        return component;
    }

    /** {@code component:finance.orders.0.table} is {@code urn:dmb:cmp:finance:orders:0:table}. */
    private static String urn(String reference) {
        String name = reference.replaceFirst("^component:([^/]*/)?", "");
        List<String> parts = List.of(name.split("\\.", -1));
        return parts.size() == NAME_PARTS && !name.contains(":") ? "urn:dmb:cmp:" + String.join(":", parts) : reference;
    }

    private Optional<List<String>> parts() {
        return text(root.child("metadata").child("name"))
                .map(name -> Stream.of(name.split("\\.", NAME_PARTS)).toList())
                .filter(parts -> parts.size() == NAME_PARTS && parts.stream().noneMatch(String::isBlank));
    }

    private static Optional<String> text(Field field) {
        return field.text().map(Located::value);
    }
}
