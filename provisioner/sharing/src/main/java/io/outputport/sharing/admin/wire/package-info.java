/** Bodies of the admin API. Of requests, whatever may be left out may be null until it is read. */
@NullMarked
package io.outputport.sharing.admin.wire;

import org.jspecify.annotations.NullMarked;
