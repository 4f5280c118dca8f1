package io.outputport.foundation.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How much more heap than is in use the JVM keeps after a collection. By itself it keeps up to 70 in 100 free, of which most
 * was needed once, while starting or by one large request. Less of it costs more, and short, collections.
 */
public final class HeapSlack {
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    private HeapSlack() {}

    /** From now on; what somebody set for this process stays. Other JVMs than HotSpot go on as they do. */
    public static void keepLittle() {
        Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .filter(jvm -> isOpen(jvm, LEAST) && isOpen(jvm, MOST))
                .ifPresent(jvm -> {
                    jvm.setVMOption(LEAST, "10");
                    jvm.setVMOption(MOST, "20");
                });
    }

    private static boolean isOpen(HotSpotDiagnosticMXBean jvm, String name) {
        VMOption option = jvm.getVMOption(name);
        return option.isWriteable() && option.getOrigin() == VMOption.Origin.DEFAULT;
    }
}
