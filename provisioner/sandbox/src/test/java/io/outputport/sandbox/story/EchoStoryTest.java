package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
 * A Hasura that repeats the admin secret in its errors, in several lines and in colour. Answers and logs are scanned by
 * {@link SecretScan}; this looks into the task database too.
 */
@ExtendWith(World.Provided.class)
class EchoStoryTest {
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
        Product product = Product.vaccinations("Echo");
        Map<String, String> variables = world.variables();
        variables.put("LOG_FORMAT", "text");
        variables.put("RETRY_BUDGET", "1s");
        String secret = variables.get("HASURA_ADMIN_SECRET");

        String shown;
        try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
            world.engine().fault("export_metadata", "echo-400", Duration.ZERO, 20);
            JsonNode verdict = service.platform().validate(product.sample());
            JsonNode later = service.platform().validateLater(product.sample());
            JsonNode status = service.platform().failed(service.platform().startProvision(product.sample()));
            shown = verdict + "\n" + later + "\n" + status;
            service.terminate();
        }

        assertThat(shown)
                .contains("no access with")
                .doesNotContain(secret)
                .doesNotContainPattern("(?<!\\\\)\\\\(n00:00|u001b)");
        String dump = dump();
        assertThat(dump).contains("no access with").doesNotContain(secret, "\u001b");
        Leaks.OF_THIS_RUN.hear("task database", dump);
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
