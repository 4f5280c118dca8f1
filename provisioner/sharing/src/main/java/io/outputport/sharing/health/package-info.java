/** Whether this process can serve, for those who send calls to it or end it. */
@NullMarked
package io.outputport.sharing.health;

import org.jspecify.annotations.NullMarked;
