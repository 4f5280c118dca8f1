package io.outputport.provisioner.sharing.plan;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of a share, as it is kept or wanted.
 *
 * @param filter values by the columns that its partitions are filtered by; empty for all of them
 */
public record ShareTable(
        String schema, String name, String storage, String path, boolean historyShared, Map<String, String> filter) {
    public ShareTable {
        filter = Map.copyOf(filter);
    }

    /** By which a consumer asks for it; letter case does not matter. */
    String key() {
        return (schema + "." + name).toLowerCase(Locale.ROOT);
    }

    public String shown() {
        return schema + "." + name;
    }

    /** Whether it hands out the same rows under the same name; storages are the same in any letter case. */
    boolean isSame(ShareTable other) {
        return schema.equals(other.schema)
                && name.equals(other.name)
                && storage.equalsIgnoreCase(other.storage)
                && path.equals(other.path)
                && historyShared == other.historyShared
                && filter.equals(other.filter);
    }

    /** For people: where it lies, and what is special about it. */
    String place() {
        return storage + ":" + path + (historyShared ? ", with history" : "")
                + (filter.isEmpty() ? "" : ", only " + new TreeMap<>(filter));
    }
}
