package io.outputport.sandbox.part;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.FailedStart;
import io.outputport.sandbox.folder.RunFolder;
import io.outputport.sandbox.postgres.Login;
import io.outputport.sandbox.sharing.IdentityProvider;
import io.outputport.sandbox.sharing.SampleTables;
import io.outputport.sharing.SharingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The real sharing server over a storage called {@code samples}: tables of the sample database. Nothing is shared yet; a
 * provisioner beside it serves Delta Sharing ports. With an identity provider, so that people need no link.
 */
public record SharingPart(Port port, SandboxSettings settings, RunFolder folder) implements Part {
    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        writeTables(soFar, samples);
        IdentityProvider identities = IdentityProvider.start();
        Map<String, String> environment = settings.forService(identities.settings());
        environment.put("SHARING_PORT", Integer.toString(port.number()));
        environment.put("SHARING_HOST", "127.0.0.1");
        environment.put("SHARING_STORAGE_SAMPLES", samples.toUri().toString());
        environment.putIfAbsent("SHARING_DB_URL", "jdbc:h2:file:" + folder.resolve("shares"));
        try {
            SharingServer server = SharingServer.start(Settings.of(environment), identities::signed);
            Map<String, String> ready = Map.of(
                    "sharing",
                    server.url().toString(),
                    "identityProvider",
                    identities.url().toString());
            return new Started(new Offer(ready, forProvisioner(server.url()), Map.of()), () -> {
                server.close();
                identities.close();
            });
        } catch (RuntimeException failed) {
            identities.close();
            FailedStart reason = FailedStart.of(failed);
            if (reason.isOfSettings()) {
                throw new SettingsException(reason.sentence());
            }
            throw new IOException(reason.sentence(), failed);
        }
    }

    /** Whoever calls from this machine may write, so the token is any, unless callers are set for both servers. */
    private Map<String, String> forProvisioner(URI sharing) {
        Map<String, String> told = new HashMap<>();
        told.put("SHARING_URL", sharing.toString());
        told.put("SHARING_PUBLIC_URL", sharing.toString());
        if (!settings.passesThrough("SHARING_ADMIN_TOKEN")) {
            told.put("SHARING_ADMIN_TOKEN", "sandbox-operator-token");
        }
        return told;
    }

    private static void writeTables(Offer soFar, Path samples) throws IOException {
        String postgres = soFar.ready().get("postgres");
        if (postgres == null) {
            throw new SettingsException("the part sharing takes its tables from the part postgres; name both.");
        }
        try (Connection database = DriverManager.getConnection(postgres, Login.OWNER.user(), Login.OWNER.password())) {
            new SampleTables(database, samples).write();
        } catch (SQLException failed) {
            throw new IOException("the sample tables cannot be read: " + failed.getMessage(), failed);
        }
    }
}
