/** What a server has to do, case by case. */
@NullMarked
package io.outputport.sharing.tck.cases;

import org.jspecify.annotations.NullMarked;
