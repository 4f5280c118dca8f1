package io.outputport.sharing;

import static io.outputport.sharing.TestingSharing.json;
import static io.outputport.sharing.TestingSharing.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.store.TestingPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server takes over the database of an older one: shares, grants, tokens and open links are what they were. Whoever adds a
 * column or changes what is stored must leave its rows as they are.
 */
class OlderDatabaseTest {
    private static final String PARTNER = "dss_" + "p".repeat(43);
    private static final String FORMER = "dss_" + "f".repeat(43);
    private static final String LINK = "dsa_" + "i".repeat(43);
    private static final Map<String, String> SIGNED =
            Map.of("SHARING_SIGNING_KEY", "a key of the test's, as long as one has to be");
    /** The table that Flyway makes for itself on either database. */
    private static final String HISTORY = """
            create table "flyway_schema_history" (
                installed_rank int not null primary key, version varchar(50), description varchar(200) not null,
                type varchar(20) not null, script varchar(1000) not null, checksum int,
                installed_by varchar(100) not null, installed_on timestamp default current_timestamp not null,
                execution_time int not null, success boolean not null)""";

    @Test
    void that_is_a_file_of_h2(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("shares");
        fill(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;USER=sa");

        takeOver(url);
    }

    @Test
    void that_is_in_postgresql() throws Exception {
        String url = TestingPostgres.freshDatabase();
        fill(url);

        takeOver(url);
    }

    private static void takeOver(String url) {
        try (TestingSharing server = TestingSharing.start(url, SIGNED)) {
            sharesAndGrantsAreWhatTheyWere(server);
            whoHadATokenReadsAndWhoseWasRevokedDoesNot(server);
            anOpenLinkStillMakesAToken(server);
            lifeGoesOn(server);
        }
    }

    private static void sharesAndGrantsAreWhatTheyWere(TestingSharing server) {
        JsonNode share = json(succeed(server.get("/admin/v1/shares/sales")));
        assertThat(share.path("name").asText()).isEqualTo("Sales");
        assertThat(share.path("comment").asText()).isEqualTo("Orders of both halves");
        assertThat(share.findValuesAsText("path")).containsExactly("north/orders", "south/orders");
        assertThat(share.findValuesAsText("historyShared")).containsExactly("true", "false");
        assertThat(json(succeed(server.get("/admin/v1/shares/sales/grants")))
                        .path("recipients")
                        .toString())
                .isEqualTo("[\"former\",\"group:readers\",\"partner\",\"user:alice\"]");
        assertThat(json(succeed(server.get("/admin/v1/recipients/partner")))
                        .at("/properties/region")
                        .asText())
                .isEqualTo("north");
    }

    private static void whoHadATokenReadsAndWhoseWasRevokedDoesNot(TestingSharing server) {
        assertThat(names(server, PARTNER, "/shares")).containsExactly("Sales");
        assertThat(names(server, PARTNER, "/shares/sales/all-tables")).containsExactly("orders", "orders");
        assertThat(server.protocol(FORMER)).isEqualTo(401);
    }

    private static void anOpenLinkStillMakesAToken(TestingSharing server) {
        JsonNode profile = json(succeed(server.call("POST", "/activation", "", "Authorization", "Bearer " + LINK)));
        assertThat(names(server, profile.path("bearerToken").asText(), "/shares"))
                .isEmpty();
    }

    private static void lifeGoesOn(TestingSharing server) {
        server.grant("closed", "partner");
        assertThat(names(server, PARTNER, "/shares")).containsExactly("closed", "Sales");
        server.grant("sales");
        assertThat(names(server, PARTNER, "/shares")).containsExactly("closed");
    }

    private static List<String> names(TestingSharing server, String token, String path) {
        JsonNode found = json(succeed(server.get("/delta-sharing" + path, "Authorization", "Bearer " + token)));
        List<String> names = new ArrayList<>();
        found.path("items").forEach(item -> names.add(item.path("name").asText()));
        return names;
    }

    /** Makes the tables by the step that the older server had carried out, and fills them. */
    private static void fill(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(HISTORY);
            statement.execute(text("/db/sharing/V1__sharing.sql"));
            statement.execute(text("/older-database/rows.sql"));
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = Optional.ofNullable(OlderDatabaseTest.class.getResourceAsStream(resource))
                .orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
