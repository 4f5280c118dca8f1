package io.outputport.sharing.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import jakarta.inject.Singleton;

/** The database that holds shares, recipients and what was done. */
@Factory
public final class ShareDatabase {
    public static final DatabaseSettings.Purpose PURPOSE =
            new DatabaseSettings.Purpose("share", "SHARING_DB", "classpath:db/sharing", "sharing.jar");

    private static final int CONNECTIONS = 16;

    @Singleton
    @Bean(preDestroy = "close")
    OpenDatabase database(Settings settings) {
        return OpenDatabase.open(DatabaseSettings.from(settings, PURPOSE), CONNECTIONS);
    }

    @Singleton
    Database own(OpenDatabase database) {
        return database.database();
    }
}
