/**
 * What Hasura's metadata hold of sources and tables, and what an output port's entry in them is. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.plan.entry;

import org.jspecify.annotations.NullMarked;
