/** What JDBC leaves to whoever uses it: what a failure means, and a source of connections that has one login. */
@NullMarked
package io.outputport.foundation.store.sql;

import org.jspecify.annotations.NullMarked;
