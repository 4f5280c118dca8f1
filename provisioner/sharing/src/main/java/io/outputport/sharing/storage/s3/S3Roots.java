package io.outputport.sharing.storage.s3;

import io.micronaut.context.annotation.Bean;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.storage.RootSetting;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.Storages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The roots at S3 that {@code SHARING_STORAGE_<NAME>} names. Whether they answer is not asked at the start: one that is away
 * must not keep the tables of the others from their readers.
 */
@Singleton
@Bean(typed = S3Roots.class)
public final class S3Roots implements Storages, AutoCloseable {
    private final Map<String, S3Storage> roots = new TreeMap<>();

    public S3Roots(Settings settings, InstantSource clock) {
        RootSetting.all(settings).stream()
                .filter(RootSetting::isAtS3)
                .map(root -> S3Settings.of(settings, root))
                .forEach(root -> roots.put(root.name(), new S3Storage(root, clock)));
    }

    @Override
    public Optional<Storage> find(String name) {
        return Optional.ofNullable(roots.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Set<String> names() {
        return roots.keySet();
    }

    @Override
    @PreDestroy
    public void close() {
        roots.values().forEach(S3Storage::close);
    }
}
