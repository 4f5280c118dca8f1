package io.outputport.sandbox.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that nobody else can look into. Its name can be guessed by whoever uses this machine, and where everybody may
 * write, somebody else may have made it first.
 */
final class PrivateFolder {
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /** @throws IOException with one sentence, when it is somebody else's, or no folder */
    static void make(Path folder) throws IOException {
        Files.createDirectories(
                Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder));
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OURS));
        } catch (FileAlreadyExistsException there) {
            if (Files.isRegularFile(folder)) {
                throw there;
            }
            refuseForeign(folder);
            Files.setPosixFilePermissions(folder, OURS);
        }
    }

    private static void refuseForeign(Path folder) throws IOException {
        boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self(folder));
        if (!ours) {
            throw new IOException("The sandbox cannot use " + folder
                    + ": it is no folder of this user, and programs are run from it. Remove it, or name another place for"
                    + " it with -Djava.io.tmpdir.");
        }
    }

    /** Whoever owns what we make: the name of a user says nothing where several share a number. */
    private static UserPrincipal self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
