/**
 * Hasura v2: reads the metadata, splices the ports' own entries into it, writes it with the version it was read at, and
 * makes sure that what was promised is served. Nothing of the document is ever logged: it holds other teams' secrets.
 */
@NullMarked
package io.outputport.provisioner.remote.hasura;

import org.jspecify.annotations.NullMarked;
