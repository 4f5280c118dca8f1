package io.outputport.sharing.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.start.OpeningDatabase;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The database that holds shares, recipients and what was done. */
@Factory
public final class ShareDatabase {
    public static final DatabaseSettings.Purpose PURPOSE =
            new DatabaseSettings.Purpose("share", "SHARING_DB", "classpath:db/sharing", "sharing.jar");

    private static final int CONNECTIONS = 16;

    /** @throws io.outputport.foundation.settings.SettingsException in one sentence, as {@link OpenDatabase#open} */
    public static OpenDatabase open(Settings settings) {
        return OpenDatabase.open(DatabaseSettings.from(settings, PURPOSE), CONNECTIONS);
    }

    @Singleton
    @Bean(preDestroy = "close")
    OpenDatabase database(OpeningDatabase opening) {
        return opening.take();
    }

    /** By which all replicas agree on what has expired. */
    @Singleton
    @Primary
    InstantSource shared(OpenDatabase database, Clock clock) {
        return database.clock(clock);
    }

    @Singleton
    Database own(OpenDatabase database) {
        return database.database();
    }
}
