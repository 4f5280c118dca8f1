package io.outputport.provisioner.descriptor.model;

import java.util.Optional;

/**
 * The data product that a component belongs to.
 *
 * @param domain without the {@code domain:} that some descriptors carry
 * @param version as written, for example {@code 0.1.0} or {@code 1.0}
 * @param owner {@code dataProductOwner} as written, for example {@code user:name.surname_example.com}
 */
public record DataProduct(
        Located<String> id,
        Located<String> name,
        Located<String> domain,
        Located<String> version,
        Optional<String> environment,
        Optional<String> owner,
        Optional<String> devGroup) {

    /** The part of the version before the first dot. */
    public String majorVersion() {
        return version.value().split("\\.", 2)[0];
    }
}
