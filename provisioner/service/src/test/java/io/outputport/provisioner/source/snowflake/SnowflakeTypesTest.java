package io.outputport.provisioner.source.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.descriptor.type.TypesPage;
import org.junit.jupiter.api.Test;

class SnowflakeTypesTest {
    @Test
    void the_page_of_types_shows_the_table_as_it_is() {
        assertThat(TypesPage.rows("Snowflake"))
                .as("rows of docs/types.md")
                .isEqualTo(TypesPage.rows(SnowflakeTypes.TABLE));
    }
}
