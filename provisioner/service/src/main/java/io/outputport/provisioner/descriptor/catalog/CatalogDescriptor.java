package io.outputport.provisioner.descriptor.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.parse.DescriptorText;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The descriptor that the platform would make of one component's catalog file and those of the components beside it. */
public final class CatalogDescriptor {
    private static final String OWN = "dataProduct.components[0]";
    private static final String MESH = "spec.mesh";
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final CatalogEntry entry;
    private final List<CatalogEntry> others;

    private CatalogDescriptor(CatalogEntry entry, List<CatalogEntry> others) {
        this.entry = entry;
        this.others = others;
    }

    /** Empty when the text is none of a catalog file. Others that are none are left out. */
    public static Optional<CatalogDescriptor> of(String text, List<String> others, DescriptorLimits limits) {
        return read(text, limits)
                .map(entry -> new CatalogDescriptor(
                        entry,
                        others.stream()
                                .flatMap(other -> read(other, limits).stream())
                                .toList()));
    }

    /** A COMPONENT_DESCRIPTOR in JSON. */
    public String text() {
        ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
        ObjectNode product = descriptor.putObject("dataProduct");
        entry.domain().ifPresent(domain -> product.put("domain", domain));
        entry.product().ifPresent(name -> product.put("name", name));
        entry.major().ifPresent(major -> product.put("version", major + ".0.0"));
        entry.domain()
                .flatMap(domain -> entry.product().flatMap(name -> entry.major().map(major -> id(domain, name, major))))
                .ifPresent(id -> product.put("id", id));
        ArrayNode components = product.putArray("components");
        components.add(entry.component());
        others.forEach(other -> components.add(other.component()));
        entry.id().ifPresent(id -> descriptor.put("componentIdToProvision", id));
        return descriptor.toString();
    }

    /** The same problem, at its place in the catalog file. */
    public Problem place(Problem problem) {
        String path = problem.path().orElse("");
        if (!path.startsWith(OWN)) {
            String shown = path.isEmpty() || path.startsWith("dataProduct.components") ? path : "metadata.name";
            return problem.at(shown, entry.root().child("metadata").position());
        }
        String own = MESH + path.substring(OWN.length());
        return problem.at(own, find(own).position());
    }

    private Field find(String path) {
        Field field = entry.root();
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            Optional<String> index = Optional.ofNullable(steps.group(2));
            List<Field> items = field.items();
            int at = index.map(Integer::parseInt).orElse(-1);
            field = at >= 0 && at < items.size() ? items.get(at) : field.child(steps.group());
        }
        return field;
    }

    private static String id(String domain, String name, String major) {
        return "urn:dmb:dp:" + domain.replaceFirst("^domain:", "") + ":" + name + ":" + major;
    }

    private static Optional<CatalogEntry> read(String text, DescriptorLimits limits) {
        Outcome<Field> root = DescriptorText.read(text, limits);
        return root.match(CatalogEntry::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
    }
}
