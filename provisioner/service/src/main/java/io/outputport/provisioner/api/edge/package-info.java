/**
 * What happens to every request, whatever it asks for: who may call, which headers and parameters there are, and what the
 * framework itself would refuse in words of its own.
 */
@NullMarked
package io.outputport.provisioner.api.edge;

import org.jspecify.annotations.NullMarked;
