/**
 * A server's own database, H2 or PostgreSQL, as all who keep something in it use it: how it is opened, one way to run a
 * statement, one way to make a promise. Which tables there are is the business of those who keep them.
 */
@NullMarked
package io.outputport.foundation.store;

import org.jspecify.annotations.NullMarked;
