package io.outputport.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapUseTest {
    @Test
    void the_highest_values_of_a_log_count() {
        HeapUse heap = HeapUse.of(List.of(
                "[0.004s][info][gc] Using Serial",
                "[0.512s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->3M(64M) 5.010ms",
                "[2.512s][info][gc] GC(1) Pause Young (Allocation Failure) 61M->9M(64M) 7.113ms",
                "[3.000s][info][gc] GC(2) Pause Full (System.gc()) 20M->8M(64M) 30.001ms"));

        assertThat(heap).isEqualTo(new HeapUse(61, 9));
    }

    @Test
    void a_log_without_collections_says_nothing() {
        assertThat(HeapUse.of(List.of("[0.004s][info][gc] Using Serial"))).isEqualTo(new HeapUse(0, 0));
    }
}
