package io.outputport.foundation.caller;

import io.outputport.foundation.caller.identity.Caller;
import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens whose hashes stand in a file, which is read again when it has changed: rotation needs no restart. */
final class TokenFile implements BearerTokens {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final long LARGEST = 1 << 20;

    /** By which a change is seen; a file put in another's place has another key. */
    private record Stamp(FileTime modified, long size, String key) {}

    private record Content(Optional<Stamp> stamp, List<TokenLine> lines) {}

    private final Path file;
    private volatile Content content;

    /** @throws SettingsException when the file cannot be read or a line of it is wrong */
    TokenFile(Path file) {
        this.file = file;
        this.content = read(stamp());
    }

    @Override
    public Identity of(String bearer) {
        byte[] hash = sha256(bearer);
        Optional<TokenLine> found = Optional.empty();
        // Every line is compared, each in constant time: how long it takes tells nothing.
        for (TokenLine line : current()) {
            if (MessageDigest.isEqual(line.hash(), hash)) {
                found = Optional.of(line);
            }
        }
        return found.<Identity>map(line -> new Identity.Known(new Caller("token " + line.name(), line.role())))
                .orElseGet(() -> new Identity.Refused("The token is not known."));
    }

    private List<TokenLine> current() {
        Optional<Stamp> now = stamp();
        if (!now.equals(content.stamp())) {
            reload(now);
        }
        return content.lines();
    }

    private synchronized void reload(Optional<Stamp> now) {
        if (now.equals(content.stamp())) {
            return;
        }
        try {
            content = read(now);
            LOG.info(
                    "The tokens file was read again; it holds {} tokens.",
                    content.lines().size());
        } catch (SettingsException unusable) {
            content = new Content(now, content.lines());
            LOG.error("{} The tokens that were read before stay valid.", unusable.getMessage());
        }
    }

    private Content read(Optional<Stamp> stamp) {
        try {
            if (stamp.isPresent() && stamp.get().size() <= LARGEST) {
                return new Content(stamp, TokenLine.all(Files.readString(file)));
            }
        } catch (IOException unreadable) {
            // Answered below.
        }
        throw new SettingsException("API_TOKENS_FILE names a file that cannot be read: " + file + ".");
    }

    private Optional<Stamp> stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
