/**
 * The body of a request, read field by field, and what is wrong with one that cannot be read.
 */
@NullMarked
package io.outputport.provisioner.api.body;

import org.jspecify.annotations.NullMarked;
