package io.outputport.provisioner.hasura.naming;

import io.outputport.provisioner.descriptor.naming.NameText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What GraphQL allows as a name: letters, digits and underscores of ASCII, no digit first, not {@code __} first. */
public final class GraphqlName {
    private GraphqlName() {}

    public static boolean isLegal(String name) {
        return !name.isEmpty()
                && !NameText.isDigit(name.charAt(0))
                && !name.startsWith("__")
                && name.chars().allMatch(NameText::isAllowed);
    }

    /**
     * The names under which GraphQL can show those columns whose own names it forbids.
     *
     * @param columns all columns of the table, in their order
     * @return by column, only those that need it; no two alike, and none the name of another column
     */
    public static Map<String, String> legalColumnNames(List<String> columns) {
        Set<String> taken = new LinkedHashSet<>(columns);
        Map<String, String> legal = new LinkedHashMap<>();
        for (String column : columns) {
            if (!isLegal(column)) {
                legal.computeIfAbsent(column, illegal -> legalColumnName(illegal, taken));
                taken.add(legal.getOrDefault(column, column));
            }
        }
        return legal;
    }

    /** The legal form of one column's name that is none of {@code taken}: {@code new persons} becomes {@code new_persons}. */
    public static String legalColumnName(String column, Set<String> taken) {
        String form = NameText.withLegalStart(column.codePoints()
                .mapToObj(character -> NameText.isAllowed(character) ? Character.toString(character) : "_")
                .collect(Collectors.joining()));
        String wanted = form.equals("_") || form.isEmpty() ? "column" : form;
        String name = wanted;
        for (int next = 2; taken.contains(name); next++) {
            name = wanted + "_" + next;
        }
        return name;
    }
}
