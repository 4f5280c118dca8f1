package io.outputport.foundation.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapSlackTest {
    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void the_jvm_keeps_little_unless_somebody_said_otherwise() {
        HeapSlack.keepLittle();
        assertThat(value("MinHeapFreeRatio")).isEqualTo("10");
        assertThat(value("MaxHeapFreeRatio")).isEqualTo("20");

        jvm.setVMOption("MaxHeapFreeRatio", "70");
        jvm.setVMOption("MinHeapFreeRatio", "40");
        HeapSlack.keepLittle();

        assertThat(value("MinHeapFreeRatio")).isEqualTo("40");
        assertThat(value("MaxHeapFreeRatio")).isEqualTo("70");
    }

    private String value(String option) {
        return jvm.getVMOption(option).getValue();
    }
}
