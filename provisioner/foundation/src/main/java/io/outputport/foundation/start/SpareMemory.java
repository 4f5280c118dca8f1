package io.outputport.foundation.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory that a busy time took and that nobody needs any more goes back to the machine. By itself G1, the JVM's usual
 * collector, keeps it for ever: a server that then only waits never collects again, and the C library never gives back what
 * the JIT compilers have released. HotSpot lets a running program set how much free heap is kept, after how long a quiet time
 * it looks, and have the C library's memory trimmed. What an operator has set on the command line stays as it is; other JVMs
 * and collectors go on as they do.
 */
public final class SpareMemory {
    /** A collection of a small heap costs some ten milliseconds of another thread. The least goes before the most. */
    private static final List<Map.Entry<String, String>> WANTED = List.of(
            Map.entry("G1PeriodicGCInterval", "15000"),
            Map.entry("MinHeapFreeRatio", "10"),
            Map.entry("MaxHeapFreeRatio", "20"));

    private static final long AFTER_SECONDS = 5;
    private static final long TRIM_EVERY_SECONDS = 15;
    private static final String TRIMMED_BY_THE_JVM = "TrimNativeHeapInterval";

    private SpareMemory() {}

    /** Until the process ends; from some time after the start, which it would lengthen. */
    public static void giveBack() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "spare-memory");
            thread.setDaemon(true);
            return thread;
        });
        timer.schedule(
                () -> {
                    if (setOptions()) {
                        timer.scheduleWithFixedDelay(
                                () -> trim(timer), TRIM_EVERY_SECONDS, TRIM_EVERY_SECONDS, TimeUnit.SECONDS);
                    } else {
                        timer.shutdown();
                    }
                },
                AFTER_SECONDS,
                TimeUnit.SECONDS);
    }

    /** @return whether the C library's memory is left to us */
    static boolean setOptions() {
        Optional<HotSpotDiagnosticMXBean> hotSpot =
                Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
        hotSpot.ifPresent(jvm -> WANTED.forEach(wanted -> set(jvm, wanted.getKey(), wanted.getValue())));
        return hotSpot.isPresent()
                && hotSpot.flatMap(jvm -> option(jvm, TRIMMED_BY_THE_JVM))
                        .filter(option -> !option.getValue().equals("0"))
                        .isEmpty();
    }

    private static void set(HotSpotDiagnosticMXBean jvm, String name, String value) {
        try {
            if (option(jvm, name)
                    .filter(option -> option.isWriteable() && option.getOrigin() == Origin.DEFAULT)
                    .isPresent()) {
                jvm.setVMOption(name, value);
            }
        } catch (IllegalArgumentException refused) {
            // It does not go together with what the operator has set.
        }
    }

    private static Optional<VMOption> option(HotSpotDiagnosticMXBean jvm, String name) {
        try {
            return Optional.of(jvm.getVMOption(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static void trim(ScheduledExecutorService timer) {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException unsupported) {
            // Not Linux with glibc, or a JVM before 17.0.9.
            timer.shutdown();
        }
    }
}
