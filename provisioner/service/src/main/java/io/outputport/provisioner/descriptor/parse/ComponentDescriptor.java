package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A COMPONENT_DESCRIPTOR as far as it can be read: a data product and the id of the component that is meant. */
public record ComponentDescriptor(Field root) {
    private static final Pattern DOMAIN = Pattern.compile("^\\s*domain:", Pattern.CASE_INSENSITIVE);

    public Field componentId() {
        return root.child("componentIdToProvision");
    }

    public Field dataProduct() {
        return root.child("dataProduct");
    }

    public List<Component> components() {
        return dataProduct().child("components").items().stream()
                .map(Component::new)
                .toList();
    }

    /** The components with this id, in the order of the text; letter case does not matter, as ids are URNs. */
    public List<Component> components(String id) {
        return components().stream().filter(component -> component.hasId(id)).toList();
    }

    /** The component that is to be provisioned. */
    public Optional<Component> component() {
        return componentId()
                .text()
                .flatMap(id -> components(id.value()).stream().findFirst());
    }

    /** Empty unless id, name, domain and version are all there. */
    public Optional<DataProduct> product() {
        return dataProduct()
                .texts("id", "name", "version")
                .flatMap(texts -> domain().map(domain -> new DataProduct(
                        texts.get(0),
                        texts.get(1),
                        domain,
                        texts.get(2),
                        textOf("environment"),
                        textOf("dataProductOwner"),
                        textOf("devGroup"))));
    }

    /** The domain without the {@code domain:} that catalogues put before it. */
    public Optional<Located<String>> domain() {
        return dataProduct()
                .child("domain")
                .text()
                .map(domain -> new Located<>(
                        DOMAIN.matcher(domain.value()).replaceFirst("").strip(), domain.path(), domain.position()))
                .filter(domain -> !domain.value().isEmpty());
    }

    private Optional<String> textOf(String name) {
        return dataProduct().child(name).text().map(Located::value);
    }
}
