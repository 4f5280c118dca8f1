package io.outputport.sharing.storage.local;

import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A folder of this machine as a storage. */
final class LocalStorage implements Storage {
    private final String name;
    private final RootFolder root;
    private final FileSeal seal;

    LocalStorage(String name, RootFolder root, FileSeal seal) {
        this.name = name;
        this.root = root;
        this.seal = seal;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<StoredFile> list(StoragePath folder, String from) throws IOException {
        return root.files(folder, from).entrySet().stream()
                .map(file -> stored(folder.child(file.getKey()), file.getValue()))
                .toList();
    }

    @Override
    public StoredFile find(StoragePath file) throws IOException {
        return stored(file, root.attributes(file));
    }

    @Override
    public FileChannel open(StoragePath file) throws IOException {
        return root.open(file);
    }

    @Override
    public FilePlace.Marker marker() {
        return seal.marker(name);
    }

    @Override
    public Signer signer(Lease lease) {
        return seal.signer(name, lease);
    }

    private static StoredFile stored(StoragePath path, BasicFileAttributes file) {
        return new StoredFile(path, file.size(), file.lastModifiedTime().toMillis());
    }
}
