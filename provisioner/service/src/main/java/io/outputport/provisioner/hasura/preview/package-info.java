/**
 * The GraphQL schema that a port's consumers will see, before anything is deployed: worked out from contract, facts and
 * names as Hasura would from its metadata. Pure. {@link io.outputport.provisioner.hasura.preview.SchemaPreview} begins.
 */
@NullMarked
package io.outputport.provisioner.hasura.preview;

import org.jspecify.annotations.NullMarked;
