package io.outputport.provisioner.hasura.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphqlNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "_1", "Select_by_pk", "a1__b"})
    void names_that_graphql_allows(String name) {
        assertThat(GraphqlName.isLegal(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "__typename", "my-port", "a b", "é", "a\n", "a.b", "a\u0000"})
    void names_that_graphql_forbids(String name) {
        assertThat(GraphqlName.isLegal(name)).isFalse();
    }

    @Test
    void only_illegal_columns_get_another_name() {
        assertThat(GraphqlName.legalColumnNames(List.of("date", "new persons", "1st", "__id", "größe", "€")))
                .isEqualTo(Map.of(
                        "new persons", "new_persons", "1st", "_1st", "__id", "_id", "größe", "gr__e", "€", "column"));
    }

    @Test
    void no_new_name_is_that_of_another_column() {
        assertThat(GraphqlName.legalColumnNames(List.of("a b", "a-b", "a_b", "a_b_2", "a.b")))
                .isEqualTo(Map.of("a b", "a_b_3", "a-b", "a_b_4", "a.b", "a_b_5"));
    }

    @Test
    void a_single_column_avoids_what_is_taken() {
        assertThat(GraphqlName.legalColumnName("a b", Set.of("a_b"))).isEqualTo("a_b_2");
    }
}
