/** Where a command runs: its streams, colours, widths, and the code that it ends with. */
@NullMarked
package io.outputport.provisioner.cli.terminal;

import org.jspecify.annotations.NullMarked;
