/**
 * The metadata of Hasura v2: asked for, read with the place of each part, edited without touching anything of others, and
 * written with the version at which it was read.
 */
@NullMarked
package io.outputport.provisioner.hasura.metadata;

import org.jspecify.annotations.NullMarked;
