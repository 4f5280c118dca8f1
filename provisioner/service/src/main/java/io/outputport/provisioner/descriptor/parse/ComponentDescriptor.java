package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A COMPONENT_DESCRIPTOR as far as it can be read: a data product and the id of the component that is meant. */
public final class ComponentDescriptor {
    private static final Pattern DOMAIN = Pattern.compile("^\\s*domain:", Pattern.CASE_INSENSITIVE);

    private final Field root;
    private final List<Component> components;
    private final Map<String, List<Component>> byId = new HashMap<>();

    public ComponentDescriptor(Field root) {
        this.root = root;
        this.components = dataProduct().child("components").items().stream()
                .map(component -> new Component(component.unfolding("specific")))
                .toList();
        for (Component component : components) {
            component
                    .id()
                    .text()
                    .ifPresent(id -> byId.computeIfAbsent(key(id.value()), none -> new ArrayList<>())
                            .add(component));
        }
    }

    public Field root() {
        return root;
    }

    public Field componentId() {
        return root.child("componentIdToProvision");
    }

    public Field dataProduct() {
        return root.child("dataProduct");
    }

    public List<Component> components() {
        return components;
    }

    /** The components with this id, in the order of the text; letter case does not matter, as ids are URNs. */
    public List<Component> components(String id) {
        return byId.getOrDefault(key(id), List.of());
    }

    /** The ids of all components, as written. */
    public List<String> ids() {
        return components.stream()
                .flatMap(component -> component.id().text().stream())
                .map(Located::value)
                .toList();
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

    /**
     * Equal for descriptors whose component, the components it depends on, and the data product's own fields are equal;
     * other components do not matter.
     */
    public String fingerprint() {
        List<String> parts = new ArrayList<>();
        for (String name : new TreeSet<>(dataProduct().names())) {
            if (!name.equals("components")) {
                parts.add(name);
                parts.add(dataProduct().child(name).digest());
            }
        }
        component().ifPresent(port -> {
            parts.add(port.field().digest());
            port.dependsOn().items().stream()
                    .flatMap(id -> id.text().stream())
                    .flatMap(id -> components(id.value()).stream())
                    .forEach(source -> parts.add(source.field().digest()));
        });
        return parts.stream().map(part -> part.length() + " " + part).collect(Collectors.joining());
    }

    private Optional<String> textOf(String name) {
        return dataProduct().child(name).text().map(Located::value);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
