package io.outputport.sharing.storage.s3;

import io.outputport.sharing.storage.UnusableRoot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a storage's answers mean: missing, forbidden, wrongly set, or away. Only the last passes by itself. Operators find the
 * service's code in the log; recipients are told nothing of it.
 */
final class StorageTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(StorageTrouble.class);
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_RANGE = 416;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;
    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);
    /** Sent with 400. */
    private static final Set<String> BAD_KEYS = Set.of("ExpiredToken", "InvalidToken", "InvalidAccessKeyId");
    /** Sent with 400 as well, and it passes. */
    private static final String LATE = "RequestTimeout";

    private final String storage;

    StorageTrouble(String storage) {
        this.storage = storage;
    }

    /** A part that begins at the end of the file, or behind it. */
    static final class NoSuchRange extends IOException {
        private NoSuchRange() {
            super("nothing there");
        }
    }

    IOException of(SdkException failed, String place) {
        if (failed instanceof AwsServiceException answered) {
            return of(answered, place);
        }
        LOG.debug("The storage {} does not answer", storage, failed);
        return new IOException("the storage does not answer", failed);
    }

    private IOException of(AwsServiceException answered, String place) {
        String code = code(answered);
        int status = answered.statusCode();
        if (status == NO_SUCH_RANGE) {
            return new NoSuchRange();
        }
        if (status == NOT_FOUND && !code.equals("NoSuchBucket")) {
            return new NoSuchFileException(place);
        }
        if (status >= FIRST_OF_SERVER || status == TOO_MANY || status == PRECONDITION_FAILED || code.equals(LATE)) {
            LOG.debug("The storage {} answered {} {}", storage, status, code);
            return new IOException("the storage answered " + status, answered);
        }
        LOG.warn("The storage {} answered {} {}", storage, status, code);
        if (FORBIDDEN.contains(status) || BAD_KEYS.contains(code)) {
            return new AccessDeniedException(place, null, code);
        }
        return new UnusableRoot(
                status == NOT_FOUND ? "its storage's bucket is not there" : "its storage is set up wrongly");
    }

    private static String code(AwsServiceException answered) {
        return Optional.ofNullable(answered.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
