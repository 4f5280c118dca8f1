/**
 * How what Hasura holds differs from what was carried out, and what is left of ports that are gone. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.drift;

import org.jspecify.annotations.NullMarked;
