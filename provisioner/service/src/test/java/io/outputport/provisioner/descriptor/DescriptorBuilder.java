package io.outputport.provisioner.descriptor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A COMPONENT_DESCRIPTOR of a Hasura output port over a PostgreSQL one, with nothing wrong. Paths are relative to the
 * part that a method names; {@code null} is written as YAML's null.
 */
public final class DescriptorBuilder {
    public static final String PREFIX = "energy_meterreadings_1_graphqlreadings_";
    public static final String PORT_ID = "urn:dmb:cmp:energy:meter-readings:1:graphql-readings";
    public static final String SOURCE_ID = "urn:dmb:cmp:energy:meter-readings:1:readings-view";
    public static final String WORKLOAD_ID = "urn:dmb:cmp:energy:meter-readings:1:nightly-load";

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Map<String, Object> product = new LinkedHashMap<>();
    private final Map<String, Object> workload = component(WORKLOAD_ID, "Nightly Load", "workload", "Airflow");
    private final Map<String, Object> source = component(SOURCE_ID, "Readings View", "outputport", "PostgreSQL");
    private final Map<String, Object> port = component(PORT_ID, "GraphQL Readings", "outputport", "Hasura");
    private final List<Object> components = new ArrayList<>(List.of(workload, source, port));

    private DescriptorBuilder() {
        root.put("dataProduct", product);
        root.put("componentIdToProvision", PORT_ID);
        product.putAll(Map.of("id", "urn:dmb:dp:energy:meter-readings:1", "name", "Meter Readings"));
        product.putAll(Map.of("domain", "energy", "version", "1.2.0", "environment", "development"));
        product.putAll(Map.of("dataProductOwner", "user:ann_example.com", "devGroup", "group:meters"));
        product.put("components", components);
        source.put("dependsOn", List.of(WORKLOAD_ID));
        source.put("specific", object("schema", "energy", "viewName", "daily_readings"));
        port.put("dependsOn", new ArrayList<>(List.of(SOURCE_ID)));
        port.put("description", "Readings per meter and day");
        port.put("dataContract", object("schema", columns()));
        port.put("tags", List.of());
        port.put("specific", names());
    }

    public static DescriptorBuilder aDescriptor() {
        return new DescriptorBuilder();
    }

    public DescriptorBuilder root(String path, @Nullable Object value) {
        return set(root, path, value);
    }

    public DescriptorBuilder product(String path, @Nullable Object value) {
        return set(product, path, value);
    }

    public DescriptorBuilder source(String path, @Nullable Object value) {
        return set(source, path, value);
    }

    public DescriptorBuilder port(String path, @Nullable Object value) {
        return set(port, path, value);
    }

    public DescriptorBuilder workload(String path, @Nullable Object value) {
        return set(workload, path, value);
    }

    public DescriptorBuilder withComponent(String id, String kind, String technology) {
        components.add(component(id, "Another", kind, technology));
        return this;
    }

    public DescriptorBuilder rootWithout(String path) {
        return remove(root, path);
    }

    public DescriptorBuilder productWithout(String path) {
        return remove(product, path);
    }

    public DescriptorBuilder sourceWithout(String path) {
        return remove(source, path);
    }

    public DescriptorBuilder portWithout(String path) {
        return remove(port, path);
    }

    public String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(10_000);
        return new Yaml(options).dump(root);
    }

    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> names() {
        Map<String, Object> names = object("customTableName", PREFIX + "table", "select", PREFIX + "select");
        names.putAll(object("selectByPk", PREFIX + "select_by_pk", "selectAggregate", PREFIX + "aggregate"));
        names.put("selectStream", PREFIX + "stream");
        return names;
    }

    private static List<Object> columns() {
        return new ArrayList<>(List.of(
                object("name", "meter", "dataType", "TEXT"),
                object("name", "day", "dataType", "DATE"),
                object("name", "kwh", "dataType", "NUMBER")));
    }

    private static Map<String, Object> component(String id, String name, String kind, String technology) {
        Map<String, Object> component = object("id", id, "name", name);
        component.putAll(object("kind", kind, "technology", technology));
        component.put("version", "1.0.0");
        component.put("specific", new LinkedHashMap<>());
        return component;
    }

    private static Map<String, Object> object(String first, Object value, String second, Object other) {
        Map<String, Object> object = object(first, value);
        object.put(second, other);
        return object;
    }

    private static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }

    private DescriptorBuilder set(Map<String, Object> from, String path, @Nullable Object value) {
        holder(from, path).put(last(path), value);
        return this;
    }

    private DescriptorBuilder remove(Map<String, Object> from, String path) {
        holder(from, path).remove(last(path));
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> holder(Map<String, Object> from, String path) {
        Map<String, @Nullable Object> holder = (Map<String, @Nullable Object>) (Map<String, ?>) from;
        String[] steps = path.split("\\.");
        for (int step = 0; step < steps.length - 1; step++) {
            holder = (Map<String, @Nullable Object>) holder.computeIfAbsent(steps[step], name -> new LinkedHashMap<>());
        }
        return holder;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
