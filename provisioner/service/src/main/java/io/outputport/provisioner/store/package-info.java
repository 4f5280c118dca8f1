/**
 * The provisioner's own database as all who keep something in it use it: one way to run a statement, one way to make a
 * promise. Which tables there are is the business of those who keep them.
 */
@NullMarked
package io.outputport.provisioner.store;

import org.jspecify.annotations.NullMarked;
