/**
 * The names that follow from a descriptor: prefix, role, source, legal columns. Both the rules and the plan ask here, so
 * that a name is judged and made by the same words. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.naming;

import org.jspecify.annotations.NullMarked;
