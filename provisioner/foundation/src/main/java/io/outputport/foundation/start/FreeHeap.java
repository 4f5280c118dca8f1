package io.outputport.foundation.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Heap that nobody needs goes back to the machine. By itself G1, the JVM's usual collector, keeps for ever what a burst took:
 * a server that then only waits never collects again. HotSpot lets a running program set how much free heap is kept and
 * after how long a quiet time it looks. What an operator has set on the command line stays as it is, and other JVMs and
 * collectors go on as they do.
 */
public final class FreeHeap {
    /** A collection of a heap of this size costs some ten milliseconds of another thread. The least goes before the most. */
    private static final List<Map.Entry<String, String>> WANTED = List.of(
            Map.entry("G1PeriodicGCInterval", "15000"),
            Map.entry("MinHeapFreeRatio", "10"),
            Map.entry("MaxHeapFreeRatio", "20"));

    private FreeHeap() {}

    public static void giveBack() {
        Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .ifPresent(jvm -> WANTED.forEach(wanted -> set(jvm, wanted.getKey(), wanted.getValue())));
    }

    private static void set(HotSpotDiagnosticMXBean jvm, String name, String value) {
        try {
            VMOption option = jvm.getVMOption(name);
            if (option.isWriteable() && option.getOrigin() == Origin.DEFAULT) {
                jvm.setVMOption(name, value);
            }
        } catch (IllegalArgumentException unknown) {
            // This JVM has no such option, or does not take it; then the heap stays as large as it became.
        }
    }
}
