/** A task that was begun: its steps as they are reported, and how long somebody waits for its end. */
@NullMarked
package io.outputport.provisioner.cli.progress;

import org.jspecify.annotations.NullMarked;
