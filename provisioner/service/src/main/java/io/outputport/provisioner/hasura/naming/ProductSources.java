package io.outputport.provisioner.hasura.naming;

/**
 * By which names a data product's sources are known.
 *
 * @param legacyName the name that the Python service gave to its only source
 * @param prefix what the names of today's sources start with
 */
public record ProductSources(String legacyName, String prefix) {
    /** Whether it is built as today's names are, whatever the data product is. */
    public static boolean isOfAnyProduct(String source, String technology) {
        return source.matches("[a-z0-9_]+_\\d+_" + technology + "_[a-z0-9_]+_[0-9a-f]{6}(_[A-Za-z0-9_]*)?");
    }

    /** Whether it is built as those of the Python service are; many another name is, too. */
    public static boolean isLegacy(String source) {
        return source.matches("[^\\s_][^\\s]*_[^\\s]+_\\d+");
    }

    /** Whether this provisioner, or the Python service before it, gave the source its name. */
    public boolean named(String source) {
        return source.equals(legacyName)
                || (source.startsWith(prefix) && source.matches(".*_[0-9a-f]{6}(_[A-Za-z0-9_]*)?"));
    }
}
