package io.outputport.sandbox.postgres;

import io.outputport.sandbox.folder.FolderTrouble;
import io.outputport.sandbox.folder.UnpackedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The embedded PostgreSQL, reachable from this machine only and with passwords that it really checks. */
public final class SamplePostgres implements AutoCloseable {
    /** The database of the healthcare and finance products. */
    public static final String DATABASE = "sandbox";

    private static final String LOOPBACK = "127.0.0.1";

    private final EmbeddedPostgres server;

    private SamplePostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param port 0 takes any free one
     * @param data a folder that does not exist yet
     * @param binaries where the server is unpacked once and found again by later runs
     * @throws IOException with one sentence that says what is in the way
     */
    public static SamplePostgres start(int port, Path data, Path binaries) throws IOException {
        EmbeddedPostgres server = new UnpackedServer(binaries).start(folder -> launch(port, data, folder));
        try {
            SampleData.load(database -> server.getDatabase("postgres", database));
            askForPasswords(server, data);
            return new SamplePostgres(server);
        } catch (SQLException | IOException failed) {
            server.close();
            throw new IOException("The sample data cannot be loaded: " + failed.getMessage(), failed);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** All databases, {@link #DATABASE} first. The upper-case ones play the role of Snowflake's. */
    public Set<String> databases() {
        return SampleData.SCRIPTS.keySet();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port(), database);
    }

    /** The form that Hasura reads, with the login in it. */
    public String hasuraUrl(String database, Login login) {
        return "postgres://%s:%s@%s:%d/%s".formatted(login.user(), login.password(), LOOPBACK, port(), database);
    }

    /** Opens a new connection each time it is asked for one. */
    public DataSource dataSource(String database, Login login) {
        return server.getDatabase(login.user(), database, Map.of("password", login.password()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres launch(int port, Path data, Path binaries) throws IOException {
        FolderTrouble.refuseWithoutPrograms(binaries);
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException | IllegalStateException failed) {
            throw new IOException(reason(failed), failed);
        }
    }

    private static String reason(Exception failed) {
        boolean mayUnshare =
                Files.isExecutable(Path.of("/usr/bin/unshare")) || Files.isExecutable(Path.of("/bin/unshare"));
        return "root".equals(System.getProperty("user.name")) && !mayUnshare
                ? "PostgreSQL refuses to run as root, and the way around it needs the command unshare (package"
                        + " util-linux), which is missing."
                : "PostgreSQL does not start: " + failed.getMessage();
    }

    /** The server starts with trust for everybody, because the scripts have to make the logins first. */
    private static void askForPasswords(EmbeddedPostgres server, Path data) throws SQLException, IOException {
        Files.write(
                data.resolve("pg_hba.conf"),
                List.of("host all all 127.0.0.1/32 scram-sha-256", "host all all ::1/128 scram-sha-256"));
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
