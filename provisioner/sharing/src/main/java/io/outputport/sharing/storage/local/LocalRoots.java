package io.outputport.sharing.storage.local;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.Storages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folders that {@code SHARING_STORAGE_<NAME>} names; one that is not there, or is none, stops the start. */
@Singleton
public final class LocalRoots implements Storages {
    private static final String PREFIX = "SHARING_STORAGE_";

    private final Map<String, LocalStorage> roots = new TreeMap<>();

    public LocalRoots(Settings settings, SigningKey key) {
        FileSeal seal = new FileSeal(key);
        settings.startingWith(PREFIX).forEach((setting, root) -> {
            String name = name(setting);
            roots.put(name, new LocalStorage(name, new RootFolder(folder(setting, root.strip())), seal));
        });
    }

    @Override
    public Optional<Storage> find(String name) {
        return local(name).map(Storage.class::cast);
    }

    Optional<LocalStorage> local(String name) {
        return Optional.ofNullable(roots.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Set<String> names() {
        return roots.keySet();
    }

    private static String name(String setting) {
        String name = setting.substring(PREFIX.length());
        if (!name.matches("[A-Z0-9][A-Z0-9_]{0,40}")) {
            throw new SettingsException(
                    setting + " must end with the storage's name in capital letters, digits and underscores.");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static Path folder(String setting, String root) {
        try {
            Path folder = path(root);
            if (!folder.isAbsolute()) {
                throw wrong(setting, root, "must be an absolute path or a file: address, such as file:///srv/lake");
            }
            if (!Files.isDirectory(folder)) {
                throw wrong(setting, root, "is no folder of this machine");
            }
            return walkable(setting, root, folder.toRealPath());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notLocal) {
            throw wrong(setting, root, "is no address of a folder; this server reads file:///… only");
        } catch (IOException unreadable) {
            throw wrong(setting, root, "cannot be read");
        }
    }

    private static Path path(String root) throws URISyntaxException {
        return root.contains(":/") ? Path.of(new URI(root)) : Path.of(root);
    }

    private static Path walkable(String setting, String root, Path folder) throws IOException {
        if (!new RootFolder(folder).isWalkable()) {
            throw wrong(setting, root, "lies on a system where a folder cannot be walked without following links");
        }
        return folder;
    }

    private static SettingsException wrong(String setting, String root, String what) {
        return new SettingsException(setting + " is \"" + root + "\", which " + what + ".");
    }
}
