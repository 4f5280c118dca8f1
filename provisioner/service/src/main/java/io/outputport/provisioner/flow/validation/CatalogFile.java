package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.catalog.CatalogDescriptor;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.util.List;
import java.util.Optional;

/** A component's file of the catalogue ({@code catalog-info.yaml}), as the descriptor that would be sent for it. */
public final class CatalogFile {
    private final CatalogDescriptor descriptor;

    private CatalogFile(CatalogDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Empty when the text is something else, a descriptor for example.
     *
     * @param others files of the same data product, such as the source's
     */
    public static Optional<CatalogFile> of(String text, List<String> others) {
        return text.contains("mesh")
                ? CatalogDescriptor.of(text, others, DescriptorLimits.standard())
                        .map(CatalogFile::new)
                : Optional.empty();
    }

    public String descriptor() {
        return descriptor.text();
    }

    /** The same problem, at its place in the file. */
    public Problem place(Problem problem) {
        return descriptor.place(problem);
    }
}
