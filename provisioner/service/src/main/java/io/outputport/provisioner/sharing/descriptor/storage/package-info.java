/** Which domain may share from which storages, by the operator's decision. Pure. */
@NullMarked
package io.outputport.provisioner.sharing.descriptor.storage;

import org.jspecify.annotations.NullMarked;
