package io.outputport.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.benchmark.landscape.Hasura.Costs;
import io.outputport.benchmark.scale.fleet.Fleet;
import io.outputport.benchmark.scale.fleet.Port;
import io.outputport.benchmark.scale.fleet.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
    private static final Costs USUAL = new Costs(15, 300);

    /** One write for the port beforehand, one for one port or three for many; each builds all and looks into all sources. */
    @ParameterizedTest
    @CsvSource({"1, 0, 20", "1, 5000, 170", "200, 1000, 128", "1000, 5000, 512"})
    void the_estimate_is_that_of_few_writes(int ports, int tables, int seconds) {
        assertThat(new Cell(ports, tables).estimate(USUAL).toSeconds()).isEqualTo(seconds);
    }

    @Test
    void the_usual_cells_leave_out_most_of_the_dearest() {
        assertThat(Cells.whole()).hasSize(20).containsAll(Cells.usual());
        assertThat(Cells.usual()).hasSize(17).contains(new Cell(1, 5000), new Cell(200, 5000), new Cell(1000, 1000));
        assertThat(Cells.of(List.of(3), List.of())).extracting(Cell::tables).containsExactly(0, 100, 1000, 5000);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "10, 5", "50, 5", "200, 10", "1000, 50"})
    void ports_are_spread_over_data_products(int ports, int products) {
        assertThat(Fleet.products(ports)).isEqualTo(products);
    }

    @Test
    void each_port_has_names_of_its_own() {
        List<Port> ports = new Product("Sales R1 0", "products_0", "sales_0", 3).ports();

        assertThat(ports.stream().map(Port::customName))
                .containsExactly(
                        "retail_salesr10_0_ordersapi0_orders",
                        "retail_salesr10_0_ordersapi1_orders",
                        "retail_salesr10_0_ordersapi2_orders");
        assertThat(ports.stream().map(Port::id)).doesNotHaveDuplicates();
        assertThat(ports.stream().map(Port::view)).doesNotHaveDuplicates();
    }
}
