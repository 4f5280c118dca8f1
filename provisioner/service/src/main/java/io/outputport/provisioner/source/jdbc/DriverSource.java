package io.outputport.provisioner.source.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Logs in through {@link DriverManager}. The pool's own way prints all properties but the password when it debugs. */
public final class DriverSource implements DataSource {
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

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the credentials are fixed");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer");
    }

    /** Ignored: the time-out stands in the driver's properties, and JDBC's own is one for the whole process. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
