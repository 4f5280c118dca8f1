/** Delta tables of our own making, in folders of this machine: samples, and what the server itself has to tell. */
@NullMarked
package io.outputport.sharing.table.delta.write;

import org.jspecify.annotations.NullMarked;
