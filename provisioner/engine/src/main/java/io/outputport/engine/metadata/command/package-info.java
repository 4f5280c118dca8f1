/**
 * What a call of the metadata API is to an operation: its name and arguments, how far it may reach, and the copy and the
 * build that it works on.
 */
@NullMarked
package io.outputport.engine.metadata.command;

import org.jspecify.annotations.NullMarked;
