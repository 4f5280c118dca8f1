package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.server.LoopbackServer;
import io.outputport.sandbox.testing.Leaks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Systems that repeat a secret in their errors, in several lines and in colour. {@link SecretScan} looks at all that
 * services say; this at the task database too.
 */
@ExtendWith(World.Provided.class)
class EchoStoryTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REPEATED = "no access with";

    private final World world;

    @TempDir
    private Path tasks;

    EchoStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void what_hasura_repeats_stands_nowhere() throws Exception {
        world.engine().fault("export_metadata", "echo-400", Duration.ZERO, 30);

        Heard heard = hear(world.variables(), Product.vaccinations("Echo"));

        assertThat(heard.answers()).contains(REPEATED).doesNotContainPattern("(?<!\\\\)\\\\(n00:00|u001b)");
        assertThat(heard.database()).contains(REPEATED).doesNotContain("\u001b");
        assertThat(heard.everything()).doesNotContain(secret("HASURA_ADMIN_SECRET"));
    }

    @Test
    void what_the_role_mapper_repeats_stands_nowhere() throws Exception {
        String secret = secret("POSTGRES_PASSWORD");
        String words = REPEATED + " '" + secret + "'\n00:00:00.000 INFO  Forged \u001b[2J";
        Reply refusal =
                Reply.json(400, JSON.objectNode().set("errors", JSON.arrayNode().add(words)));
        try (LoopbackServer mapper = answering(refusal)) {
            Map<String, String> variables = world.variables();
            variables.put("ROLE_MAPPER_URL", mapper.url().toString());

            Heard heard = hear(variables, Product.vaccinations("EchoOfRoles"));

            assertThat(heard.answers()).contains("The role mapper refused: " + REPEATED);
            assertThat(heard.database()).contains(REPEATED).doesNotContain("\u001b");
            assertThat(heard.everything()).doesNotContain(secret);
        }
    }

    @Test
    void what_snowflake_repeats_stands_nowhere() throws Exception {
        world.snowflake();
        String secret = secret("SNOWFLAKE_PASSWORD");
        ObjectNode refusal = JSON.objectNode()
                .put("code", "390100")
                .put("message", REPEATED + " '" + secret + "'")
                .put("success", false);
        refusal.putObject("data").put("errorCode", "390100").put("sqlState", "08001");
        try (LoopbackServer snowflake = answering(Reply.json(200, refusal))) {
            Map<String, String> variables = world.variables();
            variables.put("SNOWFLAKE_HOST", snowflake.url().toString());

            Heard heard = hear(variables, Product.onSnowflake("EchoOfSnow"));

            assertThat(heard.answers()).contains("refuses the provisioner's login (error 390100)");
            assertThat(heard.everything()).doesNotContain(secret);
        }
    }

    /** PostgreSQL names the user that it does not let in. */
    @Test
    void what_postgresql_repeats_stands_nowhere() throws Exception {
        String secret = secret("POSTGRES_PASSWORD");
        Map<String, String> variables = world.variables();
        variables.put("POSTGRES_USER", "user-" + secret);

        Heard heard = hear(variables, Product.vaccinations("EchoOfSql"));

        assertThat(heard.answers()).contains("refuses the provisioner's login (SQLSTATE 28");
        assertThat(heard.everything()).doesNotContain(secret);
    }

    /** What came out of a service in all the ways in which a descriptor goes in. */
    private record Heard(String answers, String log, String database) {
        String everything() {
            return answers + log + database;
        }
    }

    private Heard hear(Map<String, String> variables, Product product) throws IOException, SQLException {
        variables.put("LOG_FORMAT", "text");
        variables.put("RETRY_BUDGET", "1s");
        String answers;
        String log;
        try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
            Platform platform = service.platform();
            answers = platform.validate(product.sample())
                    + "\n" + platform.validateLater(product.sample())
                    + "\n" + platform.plan(product.sample())
                    + "\n" + platform.failed(platform.startProvision(product.sample()));
            service.terminate();
            log = service.log();
        }
        String database = dump();
        Leaks.OF_THIS_RUN.hear("task database", database);
        return new Heard(answers, log, database);
    }

    /** Of another system, whatever it is asked. */
    private static LoopbackServer answering(Reply reply) throws IOException {
        return LoopbackServer.start(0, Routes.otherwise(request -> reply), Faults.of(Map.of()), Pause.real());
    }

    private String secret(String variable) {
        return world.variables().getOrDefault(variable, "");
    }

    /** All that H2 would write into a script: every row of every table. */
    private String dump() throws SQLException, IOException {
        StringBuilder dump = new StringBuilder();
        String url = "jdbc:h2:file:" + tasks.resolve("tasks").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nosettings")) {
            while (lines.next()) {
                dump.append(lines.getString(1)).append('\n');
            }
        }
        return dump.toString();
    }
}
