/** Cases as files: what is asked of a Hasura, what it answers, and for which of its versions that holds. */
@NullMarked
package io.outputport.engine.fidelity.cases;

import org.jspecify.annotations.NullMarked;
