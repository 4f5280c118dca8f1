package io.outputport.foundation.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives memory back that a busy time took and that nobody needs any more. A JVM keeps most of it by itself: up to 70 in a
 * hundred of the heap may be free, and what the C library holds for compilers and class data is never given back. Whatever
 * the operator has set on the command line stays.
 */
final class SpareMemory {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String TRIM = "systemTrimNativeHeap";
    private static final String PERIOD = "G1PeriodicGCInterval";
    private static final String TRIMMED_BY_ITSELF = "TrimNativeHeapInterval";

    private final HotSpotDiagnosticMXBean options;

    private SpareMemory(HotSpotDiagnosticMXBean options) {
        this.options = options;
    }

    /** From now on, until the process ends. */
    static void giveBack() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "spare-memory");
            thread.setDaemon(true);
            return thread;
        });
        // Beside the start, which it would lengthen.
        timer.execute(() -> ofThisJvm()
                .filter(SpareMemory::setOptions)
                .ifPresentOrElse(memory -> trimNowAndThen(timer), timer::shutdown));
    }

    /** Empty on a JVM that has no such options. */
    static Optional<SpareMemory> ofThisJvm() {
        return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .map(SpareMemory::new);
    }

    /** @return whether the C library's memory is left to us */
    boolean setOptions() {
        HeapSlack.keepLittle();
        try {
            if (options.getVMOption(PERIOD).getOrigin() == VMOption.Origin.DEFAULT) {
                // G1 looks beside the work, and only where nothing was collected for so long.
                options.setVMOption(PERIOD, Long.toString(PAUSE.toMillis()));
            }
        } catch (IllegalArgumentException withoutG1) {
            // What the others collect is given back by the work only.
        }
        return option(TRIMMED_BY_ITSELF).filter(value -> !value.equals("0")).isEmpty();
    }

    Optional<String> option(String name) {
        try {
            return Optional.of(options.getVMOption(name).getValue());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static void trimNowAndThen(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(() -> trim(timer), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void trim(ScheduledExecutorService timer) {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(COMMANDS), TRIM, new Object[0], new String[0]);
        } catch (JMException unsupported) {
            // Not Linux with glibc, or a JVM before 17.0.9.
            timer.shutdown();
        }
    }
}
