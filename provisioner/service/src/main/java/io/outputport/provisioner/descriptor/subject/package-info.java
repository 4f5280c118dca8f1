/**
 * What the rules judge: the component that is to be served, what it depends on, and what the operator allows. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.subject;

import org.jspecify.annotations.NullMarked;
