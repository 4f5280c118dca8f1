/**
 * The operations themselves, by what they change: sources, tables, relationships, permissions, roles, the whole document,
 * and several in one.
 */
@NullMarked
package io.outputport.engine.metadata.operation;

import org.jspecify.annotations.NullMarked;
