/**
 * Tables as the sharing server found them, and whether they keep what a data contract promises. Pure.
 */
@NullMarked
package io.outputport.provisioner.sharing.table;

import org.jspecify.annotations.NullMarked;
