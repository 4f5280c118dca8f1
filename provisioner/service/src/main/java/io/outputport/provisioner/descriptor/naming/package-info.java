/**
 * The names that all kinds of ports are given by the same rule, so that a name is judged and made by the same words. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.naming;

import org.jspecify.annotations.NullMarked;
