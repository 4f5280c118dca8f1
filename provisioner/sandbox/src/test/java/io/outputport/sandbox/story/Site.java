package io.outputport.sandbox.story;

import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.engine.source.ConnectionPools;
import io.outputport.engine.source.connector.Warehouse;
import io.outputport.sandbox.predecessor.Predecessor;
import io.outputport.sandbox.rolemapper.RoleMapper;
import io.outputport.sandbox.snowflake.SnowflakeAccount;
import io.outputport.sandbox.snowflake.SnowflakeEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A customer's installation beside the world: an account, a Hasura and a role mapper over the world's rows. */
final class Site implements AutoCloseable {
    private static final String ADMIN_SECRET = "site-admin-secret";

    private final World world;
    private final ConnectionPools pools = new ConnectionPools();
    private final RoleMapper roleMapper;
    private SnowflakeEndpoint account;
    private HasuraEngine hasura;
    private String password;
    private String passwordInHasura;

    private Site(World world, String password) throws IOException {
        this.world = world;
        this.password = password;
        this.passwordInHasura = password;
        this.roleMapper = RoleMapper.start(0);
        this.account = account(0);
        this.hasura = hasura(0);
    }

    static Site start(World world, String password) throws IOException {
        return new Site(world, password);
    }

    /** Account and Hasura come back with a new password; Hasura's metadata is what it was. */
    void rotate(String newPassword) throws IOException {
        restart(newPassword, newPassword);
    }

    /** The same, but Hasura's environment still has the old one. */
    void rotateAccountOnly(String newPassword) throws IOException {
        restart(newPassword, passwordInHasura);
    }

    private void restart(String newPassword, String newPasswordInHasura) throws IOException {
        String metadata = engine().metadata().toString();
        int accountPort = account.url().getPort();
        int hasuraPort = hasura.url().getPort();
        account.close();
        hasura.close();
        password = newPassword;
        passwordInHasura = newPasswordInHasura;
        account = account(accountPort);
        hasura = hasura(hasuraPort);
        engine().operation("{\"type\":\"replace_metadata\",\"args\":" + metadata + "}");
    }

    /** What points a service at this site. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("HASURA_URL", hasura.url().toString());
        variables.put("HASURA_ADMIN_SECRET", ADMIN_SECRET);
        variables.put("ROLE_MAPPER_URL", roleMapper.url().toString());
        variables.put("SNOWFLAKE_HOST", account.host());
        variables.put("SNOWFLAKE_PASSWORD", password);
        return variables;
    }

    /** The same, with one more setting. */
    Map<String, String> variablesWith(String name, String value) {
        Map<String, String> variables = variables();
        variables.put(name, value);
        return variables;
    }

    Snowflake snowflake() {
        return new Snowflake(account.url(), password);
    }

    Engine engine() {
        return new Engine(hasura.url(), ADMIN_SECRET);
    }

    /** The service that was there before. */
    Predecessor predecessor() {
        return new Predecessor(hasura.url(), ADMIN_SECRET, roleMapper.url());
    }

    RoleMapperState roleMapper() {
        return new RoleMapperState(roleMapper.url());
    }

    Consumer consumer(String token) {
        return new Consumer(hasura.url(), token);
    }

    @Override
    public void close() {
        hasura.close();
        account.close();
        roleMapper.close();
        pools.close();
    }

    private SnowflakeEndpoint account(int port) throws IOException {
        SnowflakeAccount login = new SnowflakeAccount(
                of("SNOWFLAKE_USER"),
                password,
                "site-access-token",
                Optional.empty(),
                of("SNOWFLAKE_ROLE"),
                of("SNOWFLAKE_WAREHOUSE"),
                Optional.empty());
        var rows = Map.of("HEALTHCARE", pools.of(world.database("HEALTHCARE").address()));
        return SnowflakeEndpoint.start(port, login, rows, Clock.systemUTC(), UUID::randomUUID);
    }

    private HasuraEngine hasura(int port) throws IOException {
        Map<String, String> environment = Map.of(
                "SNOWFLAKE_USER", of("SNOWFLAKE_USER"),
                "SNOWFLAKE_PASSWORD", new Snowflake(account.url(), passwordInHasura).encodedPassword(),
                "SNOWFLAKE_ROLE", of("SNOWFLAKE_ROLE"),
                "SNOWFLAKE_WAREHOUSE", of("SNOWFLAKE_WAREHOUSE"),
                "SANDBOX_DATABASE_URL", world.database("sandbox").server() + "/sandbox");
        EngineSettings settings = EngineSettings.of(ADMIN_SECRET)
                .withEnvironment(environment)
                .withWebhook(URI.create(roleMapper.url() + "/v1/authenticate"))
                .withWarehouse(
                        new Warehouse(world.database("HEALTHCARE").server(), Map.of(of("SNOWFLAKE_USER"), password)));
        return HasuraEngine.start(port, settings, GraphqlEngine::new);
    }

    private String of(String variable) {
        return world.variables().getOrDefault(variable, "");
    }
}
