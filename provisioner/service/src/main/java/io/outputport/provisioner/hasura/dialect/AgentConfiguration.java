package io.outputport.provisioner.hasura.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.settings.Secret;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.source.snowflake.SnowflakeNames;
import io.outputport.provisioner.source.snowflake.SnowflakeSettings;
import io.outputport.provisioner.source.snowflake.login.SnowflakeAgent;
import io.outputport.provisioner.source.snowflake.login.SnowflakeAgent.SecretMode;

/** Writes the configuration of a source for Hasura's agent. */
final class AgentConfiguration {
    private final SnowflakeSettings settings;
    private final SnowflakeAgent agent;

    AgentConfiguration(SnowflakeSettings settings) {
        this.settings = settings;
        this.agent = settings.agent();
    }

    /** @param qualified whether the agent names tables with database and schema */
    JsonNode of(SourceTable table, boolean qualified) {
        return agent.mode().orElse(SecretMode.ENVIRONMENT) == SecretMode.INLINE
                ? inline(table, qualified)
                : byEnvironment(table, qualified);
    }

    /** The template is the same for all sources: what comes from a descriptor stands in the value, URL-encoded. */
    private JsonNode byEnvironment(SourceTable table, boolean qualified) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration
                .putObject("value")
                .put("host", settings.host().inUrl())
                .put("database", SnowflakeNames.inUrl(table.database()))
                .put("schema", SnowflakeNames.inUrl(table.schema()));
        String url = "jdbc:snowflake://{{$config.host}}/?user=" + variable(agent.user())
                + agent.keyFile().map(this::keyByEnvironment).orElseGet(() -> "&password=" + variable(agent.password()))
                + "&role=" + variable(agent.role())
                + "&warehouse=" + variable(agent.warehouse())
                + "&db={{$config.database}}&schema={{$config.schema}}";
        return configuration.put(
                "template", "{\"fully_qualify_all_names\": " + qualified + ", \"jdbc_url\": \"" + url + "\"}");
    }

    private String keyByEnvironment(String path) {
        return "&authenticator=snowflake_jwt&private_key_file=" + SnowflakeNames.encoded(path)
                + agent.keyPassphrase()
                        .map(name -> "&private_key_file_pwd=" + variable(name))
                        .orElse("");
    }

    private static String variable(String name) {
        return "{{getEnvironmentVariable(\"" + name + "\")}}";
    }

    private JsonNode inline(SourceTable table, boolean qualified) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        String login = agent.keyFile()
                .map(path -> "&authenticator=snowflake_jwt&private_key_file=" + SnowflakeNames.encoded(path))
                .orElseGet(() -> "&password="
                        + SnowflakeNames.encoded(
                                settings.password().map(Secret::reveal).orElseThrow()));
        String url = "jdbc:snowflake://" + settings.host().inUrl() + "/?user=" + SnowflakeNames.encoded(settings.user())
                + login
                + "&role=" + SnowflakeNames.encoded(settings.role())
                + "&warehouse=" + SnowflakeNames.encoded(settings.warehouse())
                + "&db=" + SnowflakeNames.inUrl(table.database())
                + "&schema=" + SnowflakeNames.inUrl(table.schema());
        configuration
                .putObject("value")
                .put("fully_qualify_all_names", qualified)
                .put("jdbc_url", url);
        return configuration;
    }
}
