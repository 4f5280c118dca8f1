package io.outputport.provisioner.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.descriptor.type.TypesPage;
import org.junit.jupiter.api.Test;

class PostgresTypesTest {
    @Test
    void the_page_of_types_shows_the_table_as_it_is() {
        assertThat(TypesPage.rows("PostgreSQL"))
                .as("rows of docs/types.md")
                .isEqualTo(TypesPage.rows(PostgresTypes.TABLE));
    }
}
