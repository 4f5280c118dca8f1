package io.outputport.provisioner.hasura.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackedTableTest {
    private final ActualMetadata metadata = Export.of(
                    source("shop", "postgres", table("orders", "shop_orders") + "," + table("lines", "")),
                    source("stock", "postgres", table("lines", "stock_lines")),
                    source("moon", "mongo", table("rocks", "moon_rocks")))
            .actual();

    @ParameterizedTest
    @CsvSource({"shop, sales.orders", "shop, shop_orders", ", shop_orders", ", sales.orders"})
    void a_table_is_found_by_its_name_or_its_custom_name(String source, String name) {
        TrackedTable found = found(source, name);

        assertThat(found.source()).isEqualTo("shop");
        assertThat(found.customName()).contains("shop_orders");
        assertThat(found.rootFields()).isEqualTo(Map.of("select", "shop_orders_select"));
        assertThat(found.columnNames(List.of("order-no", "day")))
                .isEqualTo(Map.of("order-no", "orderNo", "day", "day"));
        assertThat(found.sourceTable(List.of(new PlainDialect())))
                .contains(new SourceTable("postgres", "db of shop", "sales", "orders"));
    }

    @ParameterizedTest
    @CsvSource({
        "shopp, sales.orders, Write shop if that is meant.",
        "mo,    rocks,        Write moon if that is meant.",
        "s,     sales.orders, Hasura's console shows the names of its sources.",
        "shop,  sales.ordes,  Write sales.orders if that is meant.",
        ",      shop_order,   Write shop_orders if that is meant.",
        ",      sales.lines,  'Write one of the sources shop, stock in source.'",
    })
    void a_name_that_leads_nowhere_or_to_several_is_answered_with_the_one_to_write(
            String source, String name, String hint) {
        assertThat(stopped(source, name).hint()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ['day'];['day','kwh'] | day kwh
            ['day'];'*'           |
            []                    |
            """, quoteCharacter = '`')
    void visible_is_what_any_role_may_see(String columns, String visible) {
        String permissions = Stream.of(columns.replace('\'', '"').split(";"))
                .map("{\"role\":\"r\",\"permission\":{\"columns\":%s}}"::formatted)
                .collect(Collectors.joining(","));
        ActualMetadata one = Export.of(source(
                        "meters",
                        "postgres",
                        "{\"table\":{\"schema\":\"s\",\"name\":\"t\"},\"select_permissions\":[" + permissions + "]}"))
                .actual();

        Optional<Set<String>> found = TrackedTable.find(one, Optional.empty(), "s.t")
                .match(
                        TrackedTable::visibleColumns,
                        (after, problem) -> Optional.empty(),
                        problems -> Optional.empty());

        assertThat(found).isEqualTo(Optional.ofNullable(visible).map(names -> Set.of(names.split(" "))));
    }

    @Test
    void a_kind_of_source_that_is_not_ours_has_no_table_that_we_may_ask() {
        assertThat(found("moon", "moon_rocks").sourceTable(List.of(new PlainDialect())))
                .isEmpty();
    }

    private TrackedTable found(String source, String name) {
        return find(source, name).match(found -> found, (after, problem) -> fail(problem), problems -> fail(problems));
    }

    private Problem stopped(String source, String name) {
        return ((Outcome.Stopped<TrackedTable>) find(source, name)).problems().get(0);
    }

    private Outcome<TrackedTable> find(String source, String name) {
        return TrackedTable.find(metadata, Optional.ofNullable(source), name);
    }

    private static TrackedTable fail(Object why) {
        throw new AssertionError(why);
    }

    private static String source(String name, String kind, String tables) {
        return """
                {"name":"%1$s","kind":"%2$s","configuration":{"database":"db of %1$s"},"tables":[%3$s]}""".formatted(name, kind, tables);
    }

    private static String table(String name, String customName) {
        String configuration = customName.isEmpty() ? "{}" : """
                {"custom_name":"%1$s","custom_root_fields":{"select":"%1$s_select"},
                 "column_config":{"order-no":{"custom_name":"orderNo"}}}""".formatted(customName);
        return "{\"table\":{\"schema\":\"sales\",\"name\":\"%s\"},\"configuration\":%s}".formatted(name, configuration);
    }
}
