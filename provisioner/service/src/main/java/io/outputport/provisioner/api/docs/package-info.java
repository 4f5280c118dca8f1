/**
 * The API document and the page that shows it.
 */
@NullMarked
package io.outputport.provisioner.api.docs;

import org.jspecify.annotations.NullMarked;
