package io.outputport.engine.graphql.sql.statement;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of SQL with the values of its question marks. Text from outside enters as name, literal or bind only. */
public record Sql(String text, List<Bind> binds) {
    private static final Pattern GAP = Pattern.compile("\\{}");
    private static final Pattern PLAIN_TYPE =
            Pattern.compile("[a-z_][a-z0-9_]*( [a-z_]+)*(\\(\\d+(,\\d+)?\\))?(\\[])?");

    public Sql {
        binds = List.copyOf(binds);
    }

    /** Fills the gaps, written {@code {}}, of a constant template. */
    public static Sql of(String template, Sql... parts) {
        Iterator<Sql> next = List.of(parts).iterator();
        String text = GAP.matcher(template)
                .replaceAll(gap -> Matcher.quoteReplacement(next.next().text()));
        List<Bind> binds = new ArrayList<>();
        for (Sql part : parts) {
            binds.addAll(part.binds());
        }
        return new Sql(text, binds);
    }

    public static Sql join(List<Sql> parts, String separator) {
        String text = parts.stream().map(Sql::text).collect(Collectors.joining(separator));
        return new Sql(
                text, parts.stream().flatMap(part -> part.binds().stream()).toList());
    }

    public static Sql name(String identifier) {
        return new Sql('"' + identifier.replace("\"", "\"\"") + '"', List.of());
    }

    public static Sql literal(String text) {
        return new Sql("'" + text.replace("'", "''") + "'", List.of());
    }

    public static Sql bind(Bind bind) {
        return new Sql("(?)", List.of(bind));
    }

    public static Sql bind(String value) {
        return bind(new Bind.Text(value));
    }

    /** The name of a type as the catalogue gives it, or in the words of the standard. */
    public static Sql type(String databaseType) {
        return PLAIN_TYPE.matcher(databaseType).matches() ? new Sql(databaseType, List.of()) : name(databaseType);
    }
}
