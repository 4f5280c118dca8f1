/**
 * What goes out: how a task stands, and refusals in words, in the shapes of {@code api.wire}.
 */
@NullMarked
package io.outputport.provisioner.api.answer;

import org.jspecify.annotations.NullMarked;
