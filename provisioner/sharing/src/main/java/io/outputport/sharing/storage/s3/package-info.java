/**
 * Roots in S3 and in what answers as it does. Logs are read by the SDK's client; addresses for readers are signed here, since
 * the SDK takes a hundred times as long for one. Nothing is fetched but from the endpoint that the operator named.
 */
@NullMarked
package io.outputport.sharing.storage.s3;

import org.jspecify.annotations.NullMarked;
