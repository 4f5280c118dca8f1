/** The pipeline's file, the image's parts and the documents: what they name exists. */
@NullMarked
package io.outputport.delivery.pipeline;

import org.jspecify.annotations.NullMarked;
