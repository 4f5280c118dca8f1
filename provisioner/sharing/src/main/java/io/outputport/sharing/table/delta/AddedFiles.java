package io.outputport.sharing.table.delta;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a log says of a file, as what can be handed out; for one thread. */
final class AddedFiles {
    private final StoragePath table;
    private final MessageDigest digest = md5();

    AddedFiles(StoragePath table) {
        this.table = table;
    }

    DataFile file(AddFile added) {
        if (added.getDeletionVector().isPresent()) {
            // Without its vector, the file's deleted rows would be live.
            throw refused(TableProblems.unsupported("has a deletion vector (deletionVectors)"));
        }
        return new DataFile(
                path(added.getPath()),
                id(added.getPath()),
                partitionValues(VectorUtils.toJavaMap(added.getPartitionValues())),
                added.getSize(),
                added.getStatsJson());
    }

    /** In the log it is an address relative to the table; in clones, one of another table's file. */
    private StoragePath path(String written) {
        URI address = address(written);
        if (address.isAbsolute() || address.getRawAuthority() != null || written.startsWith("/")) {
            throw refused(TableProblems.unsupported("names files outside of its folder, as a shallow clone does"));
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw refused(TableProblems.unreadable("its log names a file in a way that is not Delta's"));
        }
        return table.below(address.getPath())
                .<Optional<StoragePath>>match(
                        Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty())
                .orElseThrow(() -> refused(TableProblems.unreadable("its log names a file outside of its folder")));
    }

    private static URI address(String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException notEscaped) {
            throw refused(TableProblems.unreadable("its log names a file in a way that is not Delta's"));
        }
    }

    /** As other servers make it, so that clients may go on with what they hold in their caches. */
    private String id(String written) {
        return "%032x".formatted(new BigInteger(1, digest.digest(written.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, Optional<String>> partitionValues(Map<String, @Nullable String> written) {
        Map<String, Optional<String>> values = new TreeMap<>();
        written.forEach(
                (column, value) -> values.put(column, Optional.ofNullable(value).filter(text -> !text.isEmpty())));
        return values;
    }

    private static TableFailure refused(Problem problem) {
        return new TableFailure(problem, false, new IllegalStateException(problem.message()));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has MD5", missing);
        }
    }
}
