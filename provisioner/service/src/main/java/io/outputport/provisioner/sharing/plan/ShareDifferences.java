package io.outputport.provisioner.sharing.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what the tables of a share are not as they should be. */
public final class ShareDifferences {
    private ShareDifferences() {}

    /** One clause for each table. */
    public static List<String> between(List<ShareTable> wanted, List<ShareTable> held) {
        Map<String, ShareTable> there = new LinkedHashMap<>();
        held.forEach(table -> there.put(table.key(), table));
        List<String> differences = new ArrayList<>();
        for (ShareTable table : wanted) {
            ShareTable found = there.remove(table.key());
            if (found == null) {
                differences.add("the share has no table " + table.shown());
            } else if (!found.isSame(table)) {
                differences.add("table " + found.shown() + " is " + found.place() + ", not " + table.place());
            }
        }
        there.values()
                .forEach(
                        other -> differences.add("the share has a table " + other.shown() + " that is not the port's"));
        return differences;
    }
}
