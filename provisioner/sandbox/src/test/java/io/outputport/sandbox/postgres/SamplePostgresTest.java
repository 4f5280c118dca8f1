package io.outputport.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sandbox.folder.RunFolder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample data as a client of the database finds it. */
class SamplePostgresTest {
    private static RunFolder folder;
    private static SamplePostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        folder = RunFolder.open(RunFolder.ofUser());
        postgres = SamplePostgres.start(
                0, folder.resolve(RunFolder.DATABASE), RunFolder.ofUser().resolve("binaries"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        folder.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox, healthcare.vaccinations_clean, 1000",
        "sandbox, healthcare.vaccinations_clean_view, 1000",
        "sandbox, healthcare_archive.vaccinations_clean_view, 310",
        "sandbox, healthcare.vaccinations_by_month, 40",
        "sandbox, healthcare.locations, 10",
        "sandbox, healthcare.vaccination_centers, 40",
        "sandbox, finance.customers, 60",
        "sandbox, finance.invoices, 300",
        "sandbox, finance.open_invoices, 100",
        "sandbox, finance.invoices_by_country, 4",
        "marketing, campaigns.mailings_view, 25",
        "HEALTHCARE, '\"VACCINATIONS_0\".\"VACCINATIONS_CLEAN_VIEW\"', 1000",
        "HEALTHCARE, '\"VACCINATIONS_1\".\"VACCINATIONS_CLEAN_VIEW\"', 1000",
        "HEALTHCARE, '\"VACCINATIONS_1\".\"doses_by_place\"', 10",
    })
    void a_reader_finds_the_rows_of(String database, String table, String rows) throws SQLException {
        assertThat(asked(database, "SELECT count(*) FROM " + table)).isEqualTo(rows);
    }

    @Test
    void the_rows_are_the_same_in_every_run_and_for_both_technologies() throws SQLException {
        String day = "date = DATE '2021-02-03' AND location_key = 'IT'";

        assertThat(asked(
                        "sandbox",
                        "SELECT new_vaccine_doses_administered || ' ' || cumulative_vaccine_doses_administered"
                                + " FROM healthcare.vaccinations_clean_view WHERE " + day))
                .isEqualTo(asked(
                        "HEALTHCARE",
                        "SELECT \"NEW_VACCINE_DOSES_ADMINISTERED\" || ' ' || \"CUMULATIVE_VACCINE_DOSES_ADMINISTERED\""
                                + " FROM \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN_VIEW\" WHERE "
                                + day.replace("date =", "\"DATE\" =").replace("location_key", "\"LOCATION_KEY\"")))
                .isEqualTo("1776 58335");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> asked("sandbox", "DELETE FROM finance.invoices"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void passwords_are_checked_the_superuser_s_too() {
        String url = postgres.jdbcUrl("sandbox");

        assertThatThrownBy(() -> DriverManager.getConnection(url, "sandbox_reader", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void everything_belongs_to_the_owner() throws SQLException {
        assertThat(asked(
                        "sandbox",
                        "SELECT string_agg(DISTINCT pg_get_userbyid(relowner)::text, ',') FROM pg_class c"
                                + " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN"
                                + " ('healthcare', 'finance', 'healthcare_archive')"))
                .isEqualTo("sandbox_owner");
    }

    private static String asked(String database, String query) throws SQLException {
        try (Connection connection = postgres.dataSource(database, Login.READER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
