package io.outputport.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components in the form in which their repositories keep them, before the platform makes descriptors of them. */
class CatalogFileTest {
    private static final String PORT = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: finance.orders.0.orders-api
            spec:
              type: outputport
              system: system:finance.orders.0
              domain: domain:finance
              mesh:
                name: Orders API
                kind: outputport
                version: 0.0.0
                dependsOn:
                  - component:finance.orders.0.orders-table
                technology: Hasura
                specific:
                  customTableName: finance_orders_0_ordersapi_orders
                  select: finance_orders_0_ordersapi_select
                  selectByPk: finance_orders_0_ordersapi_by_pk
                  selectAggregate: finance_orders_0_ordersapi_agg
                  selectStream: finance_orders_0_ordersapi_stream
            """;
    private static final String SOURCE = """
            kind: Component
            metadata:
              name: finance.orders.0.orders-table
            spec:
              mesh:
                name: Orders Table
                kind: outputport
                technology: PostgreSQL
                specific:
                  schema: finance
                  tableName: orders
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_component_s_file_with_that_of_its_source_is_judged_whole() throws Exception {
        Typed typed = validate(PORT, "--with", file("source.yaml", SOURCE));

        assertThat(typed.out()).endsWith("port.yaml: valid\n");
        assertThat(typed.code()).isZero();
    }

    @Test
    void alone_it_is_judged_but_for_its_source() throws Exception {
        Typed typed = validate(PORT);

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains("notice[source-missing]: \"urn:dmb:cmp:finance:orders:0:orders-table\" is not a component")
                .contains("port.yaml:14:9")
                .contains("= field: spec.mesh.dependsOn[0]")
                .contains("= help: Name its catalog file with --with FILE")
                .contains("valid, 1 notice");
    }

    @Test
    void a_problem_is_shown_where_it_stands_in_the_file() throws Exception {
        Typed typed = validate(PORT.replace("select: finance_orders_0_ordersapi_select", "select: orders"));

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .contains("error[name-prefix]")
                .contains("port.yaml:18:15")
                .contains("18 |       select: orders")
                .contains("= field: spec.mesh.specific.select");
    }

    @Test
    void a_name_that_leads_to_no_data_product_is_shown_as_the_cause() throws Exception {
        Typed typed = validate(PORT.replace("finance.orders.0.orders-api", "orders-api"));

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).contains("= field: metadata.name").contains("port.yaml:4:3");
    }

    @Test
    void a_companion_that_is_no_catalog_file_is_a_wrong_command() throws Exception {
        Typed typed = validate(PORT, "--with", file("other.yaml", "a: b"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("other.yaml is no catalog file of a component: it has no spec.mesh.");
    }

    private Typed validate(String port, String... more) throws Exception {
        String[] command = new String[more.length + 3];
        command[0] = "validate";
        command[1] = "--offline";
        command[2] = file("port.yaml", port);
        System.arraycopy(more, 0, command, 3, more.length);
        return Typed.inAShell().command(command);
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
