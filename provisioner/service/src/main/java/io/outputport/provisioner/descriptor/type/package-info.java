/**
 * Types of columns in three languages: the database's own, OpenMetadata's in data contracts, and the GraphQL scalars that
 * Hasura makes of them. Each technology brings its {@link io.outputport.provisioner.descriptor.type.TypeTable}. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.type;

import org.jspecify.annotations.NullMarked;
