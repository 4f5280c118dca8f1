/**
 * The text around the place where YAML could not be read: its lines and tokens. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.mistake.scene;

import org.jspecify.annotations.NullMarked;
