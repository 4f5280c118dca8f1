/** Who may call the admin API. */
@NullMarked
package io.outputport.sharing.admin.access;

import org.jspecify.annotations.NullMarked;
