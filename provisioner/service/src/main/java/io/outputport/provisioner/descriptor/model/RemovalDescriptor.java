package io.outputport.provisioner.descriptor.model;

import java.util.Optional;

/**
 * What unprovision and updateacl need: only the component's id is certain, since an output port that was renamed or
 * whose descriptor is no longer valid must still be removable.
 *
 * @param prefix the prefix of its names, when domain, product, version and name can be read
 */
public record RemovalDescriptor(String component, Optional<String> prefix) {}
