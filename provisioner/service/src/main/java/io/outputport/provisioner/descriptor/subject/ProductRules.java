package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.ENVIRONMENT;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.KIND;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.MISSING;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be said of the data product as a whole. */
public final class ProductRules {
    private static final String LIST_COMPONENTS =
            "List the components of the data product, each with a dash before it.";
    private static final String COMPONENTS = "Write the data product with its components under dataProduct.";

    private ProductRules() {}

    public static Stream<Problem> requiredFields(Subject subject) {
        Field product = subject.descriptor().dataProduct();
        if (!product.isObject()) {
            return Stream.of(withoutProduct(subject.descriptor(), product));
        }
        return Stream.of(
                        new RequiredText(product, "id").described("the data product's URN"),
                        new RequiredText(product, "name").described("the data product's name"),
                        new RequiredText(product, "domain").described("the name of its domain"),
                        new RequiredText(product, "version").described("a version such as 0.1.0"),
                        emptyDomain(subject, product.child("domain")))
                .flatMap(Optional::stream);
    }

    /** One component may stand there without a list around it. */
    public static Stream<Problem> components(Subject subject) {
        Field product = subject.descriptor().dataProduct();
        Field components = product.child("components");
        boolean listed = !components.items().isEmpty()
                && (components.isList() || components.child("id").isPresent());
        if (!product.isObject() || listed) {
            return Stream.empty();
        }
        if (components.isPresent() && !components.isList()) {
            return Stream.of(components.problem(
                    SHAPE, "components is " + components.kind() + ", but must be a list.", LIST_COMPONENTS));
        }
        return Stream.of(
                product.names().contains("components")
                        ? components.problem(MISSING, "components is empty.", LIST_COMPONENTS)
                        : RequiredText.missing(product, "components", "Add components. " + LIST_COMPONENTS));
    }

    public static Stream<Problem> environment(Subject subject) {
        Field field = subject.descriptor().dataProduct().child("environment");
        return subject.environment().stream()
                .flatMap(ours -> field.text().stream()
                        .filter(theirs -> !theirs.value().strip().equalsIgnoreCase(ours.strip()))
                        .map(theirs -> field.problem(
                                ENVIRONMENT,
                                "The descriptor is for the environment " + Excerpt.quoted(theirs.value())
                                        + ", but this provisioner serves " + Excerpt.quoted(ours) + ".",
                                "Send it to the provisioner of its environment.")));
    }

    /** Whether the data product stands at the root, as in a DATAPRODUCT_DESCRIPTOR. */
    static boolean isProductItself(ComponentDescriptor descriptor) {
        return !descriptor.dataProduct().isPresent()
                && descriptor.root().names().contains("components");
    }

    private static Problem withoutProduct(ComponentDescriptor descriptor, Field product) {
        if (isProductItself(descriptor)) {
            return descriptor
                    .root()
                    .problem(
                            KIND,
                            "This is a data product's own descriptor: it has components, but no dataProduct.",
                            "Send a COMPONENT_DESCRIPTOR: dataProduct and componentIdToProvision.");
        }
        if (product.isPresent()) {
            return product.problem(MISSING, "dataProduct is " + product.kind() + ", but must be an object.");
        }
        return descriptor.root().names().contains("dataProduct")
                ? product.problem(MISSING, "dataProduct is empty.", COMPONENTS)
                : RequiredText.missing(descriptor.root(), "dataProduct", COMPONENTS);
    }

    /** {@code domain:} and nothing after it. */
    private static Optional<Problem> emptyDomain(Subject subject, Field domain) {
        boolean onlyPrefix =
                domain.text().isPresent() && subject.descriptor().domain().isEmpty();
        return onlyPrefix
                ? Optional.of(domain.problem(MISSING, "domain names no domain.", "Write the name of its domain."))
                : Optional.empty();
    }
}
