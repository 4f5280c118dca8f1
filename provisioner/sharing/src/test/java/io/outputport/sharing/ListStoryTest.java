package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipient is shown: what it was granted, and nothing else. */
class ListStoryTest {
    @TempDir
    static Path machine;

    private static RunningServer server;
    private static RunningServer.Reader ada;

    @BeforeAll
    static void threeSharesOfWhichAdaHasTwo() {
        server = RunningServer.in(machine)
                .offers("Sales", "north.orders", "north.customers", "South.orders", "south.returns")
                .offers("hr", "people.salaries")
                .offers("weather.v1", "europe.days", "europe.mi", "europe.m\u0131");
        ada = server.reader("ada");
        server.grants("Sales", "ada").grants("weather.v1", "ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shares_are_listed_by_name_without_what_is_not_granted() {
        assertThat(ada.gets("/shares").body())
                .matches("\\{\"items\":\\[\\{\"name\":\"Sales\",\"id\":\"[0-9a-f-]{36}\"},"
                        + "\\{\"name\":\"weather.v1\",\"id\":\"[0-9a-f-]{36}\"}]}");
        assertThat(ada.gets("/shares/sALES").body()).contains("{\"share\":{\"name\":\"Sales\",\"id\":");
    }

    @Test
    void schemas_are_the_names_of_its_tables_in_one_spelling() {
        assertThat(ada.gets("/shares/sales/schemas").body())
                .isEqualTo("{\"items\":[{\"name\":\"north\",\"share\":\"Sales\"},"
                        + "{\"name\":\"South\",\"share\":\"Sales\"}]}");
    }

    @Test
    void tables_are_listed_by_schema_and_all_together() {
        assertThat(ada.gets("/shares/Sales/schemas/SOUTH/tables").body())
                .containsSubsequence("\"name\":\"orders\"", "\"name\":\"returns\"")
                .contains("\"share\":\"Sales\"", "\"shareId\":")
                .doesNotContain("customers", "nextPageToken");
        assertThat(ada.gets("/shares/Sales/all-tables").body())
                .containsSubsequence(
                        "\"name\":\"customers\",\"schema\":\"north\"",
                        "\"name\":\"orders\",\"schema\":\"north\"",
                        "\"name\":\"orders\",\"schema\":\"South\"",
                        "\"name\":\"returns\",\"schema\":\"south\"");
    }

    /** Java takes a letter i without its dot for an i where the case is not looked at; a key does not. */
    @Test
    void a_table_whose_name_only_looks_alike_is_another_one() {
        String table = ada.gets("/shares/weather.v1/schemas/europe/tables").body();
        assertThat(table).contains("\"name\":\"mi\"", "\"name\":\"m\u0131\"");

        assertThat(ada.gets("/shares/weather.v1/schemas/europe/tables/M%C4%B0/version")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_list_is_had_in_pages() {
        String first = ada.gets("/shares/Sales/all-tables?maxResults=3").body();
        assertThat(first).contains("customers").doesNotContain("returns");
        String token = first.replaceAll(".*\"nextPageToken\":\"([^\"]+)\".*", "$1");

        assertThat(ada.gets("/shares/Sales/all-tables?maxResults=3&pageToken=" + token)
                        .body())
                .contains("returns")
                .doesNotContain("customers", "nextPageToken");
        assertThat(ada.gets("/shares/Sales/schemas?pageToken=" + token).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/shares?maxResults=-1, INVALID_PARAMETER_VALUE",
        "/shares?maxResults=99999999999999, INVALID_PARAMETER_VALUE",
        "/shares?maxResults=, INVALID_PARAMETER_VALUE",
        "/shares?pageToken=none, INVALID_PARAMETER_VALUE",
        "/shares/Sales/schemas?maxResults=x, INVALID_PARAMETER_VALUE",
    })
    void a_parameter_that_cannot_be_meant_is_refused(String path, String code) {
        HttpResponse<String> refused = ada.gets(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith("{\"errorCode\":\"" + code + "\",\"message\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shares/hr",
                "/shares/nothing",
                "/shares/hr/schemas",
                "/shares/nothing/schemas",
                "/shares/hr/schemas/people/tables",
                "/shares/Sales/schemas/west/tables",
                "/shares/hr/all-tables",
                "/shares/nothing/all-tables",
                "/shares/hr/schemas/people/tables/salaries/version",
                "/shares/Sales/schemas/north/tables/returns/version",
                "/shares/hr/schemas/people/tables/salaries/metadata",
                "/shares/hr/schemas/people/tables/salaries/changes?startingVersion=0",
                "/shares/a%2Fb",
                "/shares/%00",
                "/shares/%E2%82%AC%20x",
                "/shares/Sales%2Fschemas",
                "/shares/..%2F..%2Fetc",
            })
    void what_is_not_granted_is_answered_like_what_is_not_there(String path) {
        HttpResponse<String> refused = ada.gets(path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .isEqualTo("{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"There is no such share, schema or"
                        + " table, or it is not granted to this recipient.\"}");
    }

    @Test
    void a_name_of_any_length_is_only_a_name_that_is_not_there() {
        for (int length : new int[] {255, 256, 3_000}) {
            assertThat(ada.gets("/shares/" + "x".repeat(length)).statusCode()).isEqualTo(404);
        }
    }
}
