package io.outputport.provisioner.memory;

/**
 * What a text costs in heap at most while it is worked on. Measured with the smallest heap that still reads it, of YAML
 * and JSON made to be as dear as can be: lists of one letter, of empty lists and objects, of objects with one field.
 * {@code TextCostTest} measures again.
 *
 * @param values how many keys, texts, objects and lists a descriptor may hold
 */
public record TextCost(int values) {
    /** The body, the text in it, and what is stored of it. */
    private static final long COPIES = 4;
    /** Up to 95 bytes were seen for one of text. */
    private static final long TREE_PER_BYTE = 100;
    /** Up to 246 bytes were seen. */
    private static final long TREE_PER_VALUE = 250;

    /** As many values as {@code bytes} of heap bear, and at most {@code most}. */
    static TextCost within(long bytes, int most) {
        return new TextCost((int) Math.max(1, Math.min(most, bytes / TREE_PER_VALUE)));
    }

    static long body(long bytes) {
        return COPIES * bytes;
    }

    long tree(long bytes) {
        return Math.min(TREE_PER_BYTE * bytes, TREE_PER_VALUE * values);
    }
}
