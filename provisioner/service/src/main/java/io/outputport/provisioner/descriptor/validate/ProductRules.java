package io.outputport.provisioner.descriptor.validate;

import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.ENVIRONMENT;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.KIND;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.MISSING;

import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.tree.Excerpt;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.outcome.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be said of the data product as a whole. */
final class ProductRules {
    private ProductRules() {}

    static Stream<Problem> requiredFields(Subject subject) {
        Field product = subject.descriptor().dataProduct();
        if (!product.isObject()) {
            return Stream.of(withoutProduct(subject.descriptor(), product));
        }
        return Stream.of(
                        new RequiredText(product, "id").problem("Write the data product's URN."),
                        new RequiredText(product, "name").problem("Write the data product's name."),
                        new RequiredText(product, "domain").problem("Write the name of its domain."),
                        new RequiredText(product, "version").problem("Write a version such as 0.1.0."),
                        emptyDomain(subject, product.child("domain")))
                .flatMap(Optional::stream);
    }

    static Stream<Problem> environment(Subject subject) {
        Field field = subject.descriptor().dataProduct().child("environment");
        return subject.operator().environment().stream()
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
        return new RequiredText(descriptor.root(), "dataProduct")
                .problem("Write the data product with its components.")
                .orElseThrow();
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
