/**
 * The register as rows of the task database.
 */
@NullMarked
package io.outputport.provisioner.register.rows;

import org.jspecify.annotations.NullMarked;
