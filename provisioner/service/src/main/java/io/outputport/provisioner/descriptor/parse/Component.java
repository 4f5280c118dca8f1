package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One component of a data product, of any kind. */
public record Component(Field field) {

    public Field id() {
        return field.child("id");
    }

    public Field name() {
        return field.child("name");
    }

    public Field kind() {
        return field.child("kind");
    }

    public Field technology() {
        return field.child("technology");
    }

    public Field platform() {
        return field.child("platform");
    }

    public Field dependsOn() {
        return field.child("dependsOn");
    }

    public Field specific() {
        return field.child("specific");
    }

    /** {@code dataContract.schema}. */
    public Field schema() {
        return field.child("dataContract").child("schema");
    }

    /** {@code outputport} in any letter case; both {@code outputPort} and {@code outputport} are written. */
    public boolean isOutputPort() {
        return kind().text()
                .filter(kind -> kind.value().toLowerCase(Locale.ROOT).equals("outputport"))
                .isPresent();
    }

    /** A field of {@code specific}; empty when it says neither yes nor no. */
    public Optional<Boolean> flag(String name) {
        return specific().child(name).text().flatMap(text -> switch (text.value()
                .toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** The columns of the contract that have a name. */
    public List<ContractColumn> contract() {
        return schema().items().stream()
                .map(ContractColumns::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * This component as a source; empty without an id.
     *
     * @param technology which of {@code technology} and {@code platform} counts
     */
    public Optional<SourceOutputPort> asSource(Located<String> technology) {
        return id().text()
                .map(id -> new SourceOutputPort(
                        id, name().text().orElse(id).value(), technology, scalars(specific()), contract()));
    }

    private static Map<String, Located<String>> scalars(Field object) {
        Map<String, Located<String>> scalars = new HashMap<>();
        object.names().forEach(name -> object.child(name).text().ifPresent(text -> scalars.put(name, text)));
        return scalars;
    }
}
