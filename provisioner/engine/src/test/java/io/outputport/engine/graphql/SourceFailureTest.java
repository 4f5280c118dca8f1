package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class SourceFailureTest {
    private static TrackedTable gone(Backend backend) {
        return TableBuilder.aTable("public", "gone")
                .in("some", backend)
                .column("id", "int4", "Int")
                .build();
    }

    private static JsonNode error(Asking asking) {
        return asking.error("{ gone { id } }");
    }

    @Test
    void a_source_that_is_down_is_a_connection_error() {
        HikariConfig nobody = new HikariConfig();
        nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/nobody");
        nobody.setConnectionTimeout(250);
        nobody.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(nobody)) {
            Asking admin = new Asking(
                    new GraphqlEngine(source -> pool),
                    new SchemaCache(1, List.of(gone(Backend.POSTGRES)), Map.of()),
                    Asking.as("admin").session());

            assertThat(error(admin))
                    .isEqualTo(Json.read(
                            "{extensions: {path: '$', code: 'postgres-error'}, message: 'connection error'}"));
        }
    }

    @Test
    void the_agent_of_a_data_connector_says_what_is_wrong() {
        Asking admin = Asking.as("admin").of(new SchemaCache(2, List.of(gone(Backend.DATA_CONNECTOR)), Map.of()));

        assertThat(error(admin)).isEqualTo(Json.read("""
                        {extensions: {path: '$', code: 'data-connector-error'},
                         message: 'relation \\"public.gone\\" does not exist'}"""));
    }
}
