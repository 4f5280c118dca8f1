/** Values of a request: literals and variables, read as the type of the argument that they are given to. */
@NullMarked
package io.outputport.engine.graphql.read.input;

import org.jspecify.annotations.NullMarked;
