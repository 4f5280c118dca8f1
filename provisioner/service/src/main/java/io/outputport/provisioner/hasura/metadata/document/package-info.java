/** Hasura's metadata as one document: read once, token by token, and written again with nothing else changed in it. */
@NullMarked
package io.outputport.provisioner.hasura.metadata.document;

import org.jspecify.annotations.NullMarked;
