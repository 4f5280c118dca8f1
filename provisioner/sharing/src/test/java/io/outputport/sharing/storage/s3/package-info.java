@NullMarked
package io.outputport.sharing.storage.s3;

import org.jspecify.annotations.NullMarked;
