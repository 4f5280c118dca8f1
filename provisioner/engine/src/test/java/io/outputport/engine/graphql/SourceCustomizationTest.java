package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.Roots;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class SourceCustomizationTest {
    private static final TrackedTable CUSTOMIZED = TableBuilder.aTable("public", "author")
            .called("foo")
            .in("other", Backend.POSTGRES)
            .customized("ns", "tpref_", "_tsuff")
            .roots(new Roots(
                    "fpref_foo_fsuff", "fpref_bar_fsuff", "fpref_foo_aggregate_fsuff", "fpref_foo_stream_fsuff"))
            .column("id", "int4", "Int")
            .permit("reader", PermissionBuilder.anyRow().aggregations())
            .build();

    private final Asking reader =
            Asking.as("reader").of(new SchemaCache(2, List.of(CUSTOMIZED, Library.author()), Map.of()));

    @Test
    void a_namespace_holds_the_root_fields_of_its_source() {
        JsonNode answer = reader.ask("""
                { author(limit: 0) { id }
                  other: ns { __typename fpref_bar_fsuff(id: 1) { id __typename } }
                  ns { fpref_foo_aggregate_fsuff { __typename aggregate { __typename count } } } }""");

        assertThat(answer).hasToString(Json.read("""
                                {data: {author: [],
                                 other: {__typename: 'tpref_ns_query_tsuff',
                                         fpref_bar_fsuff: {id: 1, __typename: 'tpref_foo_tsuff'}},
                                 ns: {fpref_foo_aggregate_fsuff: {__typename: 'tpref_foo_aggregate_tsuff',
                                      aggregate: {__typename: 'tpref_foo_aggregate_fields_tsuff', count: 4}}}}}""").toString());
    }

    @Test
    void its_fields_are_not_at_the_root() {
        assertThat(reader.error("{ fpref_foo_fsuff { id } }").path("message").asText())
                .isEqualTo("field 'fpref_foo_fsuff' not found in type: 'query_root'");
        assertThat(reader.error("{ ns { nope } }").at("/extensions/path").asText())
                .isEqualTo("$.selectionSet.ns.selectionSet.nope");
    }

    @Test
    void a_role_without_permissions_does_not_see_the_namespace() {
        Asking stranger = new Asking(
                reader.engine(), reader.cache(), Asking.as("stranger").session());

        assertThat(stranger.error("{ ns { __typename } }").path("message").asText())
                .isEqualTo("field 'ns' not found in type: 'query_root'");
    }
}
