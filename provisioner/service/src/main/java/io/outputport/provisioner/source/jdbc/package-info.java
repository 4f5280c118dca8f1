/**
 * What every source that is asked over JDBC shares: a few connections with time-outs. Knows no database by name.
 */
@NullMarked
package io.outputport.provisioner.source.jdbc;

import org.jspecify.annotations.NullMarked;
