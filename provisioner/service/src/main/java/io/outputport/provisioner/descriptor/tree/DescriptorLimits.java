package io.outputport.provisioner.descriptor.tree;

/**
 * How much a descriptor may cost us before it is refused.
 *
 * @param bytes of its text in UTF-8, and of all that its YAML aliases ({@code *name}) stand for, as if it were written out
 * @param depth of objects and lists within each other
 * @param values keys, texts, objects and lists together, those that aliases stand for counted each time
 * @param lineLength characters in one line of YAML: the YAML scanner's time grows with the square of it
 */
public record DescriptorLimits(int bytes, int depth, int values, int lineLength) {
    private static final DescriptorLimits STANDARD = new DescriptorLimits(2 << 20, 100, 200_000, 100_000);

    public DescriptorLimits {
        if (bytes < 1 || depth < 1 || values < 1 || lineLength < 1) {
            throw new IllegalArgumentException("a limit that refuses every descriptor");
        }
    }

    /** 2 MiB, which is a hundred times what the largest known descriptors need. */
    public static DescriptorLimits standard() {
        return STANDARD;
    }

    /** The standard limits, but for the size of the text. */
    public static DescriptorLimits ofBytes(int bytes) {
        return new DescriptorLimits(bytes, STANDARD.depth, STANDARD.values, STANDARD.lineLength);
    }

    /** The same, for a process whose memory bears no more values than this. */
    public DescriptorLimits withValues(int most) {
        return new DescriptorLimits(bytes, depth, Math.min(values, most), lineLength);
    }
}
