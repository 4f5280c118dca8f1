package io.outputport.sharing.storage.all;

import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.Storages;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.storage.s3.S3Roots;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The storages of all kinds. A name is one setting, so that no two have the same. */
@Singleton
final class AllStorages implements Storages {
    private final List<Storages> kinds;

    AllStorages(LocalRoots local, S3Roots s3) {
        this.kinds = List.of(local, s3);
    }

    @Override
    public Optional<Storage> find(String name) {
        return kinds.stream().flatMap(kind -> kind.find(name).stream()).findFirst();
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        kinds.forEach(kind -> names.addAll(kind.names()));
        return names;
    }
}
