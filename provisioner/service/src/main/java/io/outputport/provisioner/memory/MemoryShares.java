package io.outputport.provisioner.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the JVM's two bounds are divided into. The rest of the heap is the service's own and what it holds of other
 * systems; the rest of the direct memory is TLS, answers, and what the allocator keeps.
 *
 * @param heap in bytes, {@code -Xmx} or its share of the container
 * @param direct in bytes, {@code -XX:MaxDirectMemorySize}
 */
public record MemoryShares(long heap, long direct) {
    private static final int TREES = 4;
    private static final int BODIES = 8;
    private static final int WAITING = 16;
    private static final int ARRIVING = 2;
    /** For a JVM whose direct memory nobody has bounded. */
    private static final int ARRIVING_BY_HEAP = 10;

    public MemoryShares {
        if (heap < 1 || direct < 1) {
            throw new IllegalArgumentException("no memory at all");
        }
    }

    /** Of this process. */
    static MemoryShares ofJvm() {
        long heap = Runtime.getRuntime().maxMemory();
        long direct = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        return new MemoryShares(heap, direct == 0 ? heap : direct);
    }

    /** Heap for bodies that are read and stored, and for those that wait until they are. */
    Lanes bodies() {
        return Lanes.of(heap / BODIES, heap / WAITING);
    }

    /** Heap for descriptors that are trees, and for the texts that wait until they are. */
    Lanes trees() {
        return Lanes.of(heap / TREES, heap / WAITING);
    }

    /** Direct memory for bodies that arrive. */
    public Lanes arriving() {
        return Lanes.of(Math.min(direct / ARRIVING, heap / ARRIVING_BY_HEAP), 0);
    }

    /** A share in bytes, of which small ones have a part to themselves, so that large ones never hold them up. */
    public record Lanes(Lane small, Lane large) {
        private static final int FOR_SMALL = 4;

        static Lanes of(long work, long waiting) {
            Lane small = new Lane(work / FOR_SMALL, waiting / FOR_SMALL);
            return new Lanes(small, new Lane(work - small.work(), waiting - small.waiting()));
        }
    }

    public record Lane(long work, long waiting) {}
}
