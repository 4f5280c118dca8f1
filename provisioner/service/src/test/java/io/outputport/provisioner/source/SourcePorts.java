package io.outputport.provisioner.source;

import io.outputport.foundation.outcome.Position;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Source output ports as a descriptor would give them: {@code specific} field number n stands in line n. */
public final class SourcePorts {
    public static final DataProduct PRODUCT = new DataProduct(
            at("urn:dmb:dp:sales:orders:1", "dataProduct.id"),
            at("Orders", "dataProduct.name"),
            at("sales", "dataProduct.domain"),
            at("1.2.0", "dataProduct.version"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private SourcePorts() {}

    /**
     * An output port of a data product.
     *
     * @param specific names and values in turn
     */
    public static SourceOutputPort aSource(String... specific) {
        Map<String, Located<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < specific.length; i += 2) {
            String path = "dataProduct.components[1].specific." + specific[i];
            fields.put(specific[i], new Located<>(specific[i + 1], path, new Position(i / 2 + 1, 7)));
        }
        return new SourceOutputPort(
                new Located<>("urn:dmb:cmp:sales:orders:1:source", "dataProduct.components[1].id", new Position(40, 3)),
                "Source",
                new Located<>("PostgreSQL", "dataProduct.components[1].technology", new Position(41, 3)),
                fields,
                List.of());
    }

    private static Located<String> at(String value, String path) {
        return new Located<>(value, path, new Position(1, 1));
    }
}
