package io.outputport.provisioner.source.jdbc;

import io.outputport.foundation.store.sql.OneLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Logs in through {@link DriverManager}. The pool's own way prints all properties but the password when it debugs. */
public final class DriverSource implements OneLogin {
    private final String driver;
    private final String url;
    private final Properties properties;

    /**
     * @param driver the driver's class
     * @param properties the driver's own, its time-outs and credentials among them; they reach no log
     */
    public DriverSource(String driver, String url, Properties properties) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        load();
        return DriverManager.getConnection(url, properties);
    }

    /** A driver registers itself when it is loaded; a slow one is not loaded before it is needed. */
    private void load() {
        try {
            Class.forName(driver);
        } catch (ClassNotFoundException notInTheJar) {
            throw new IllegalStateException(driver, notInTheJar);
        }
    }
}
