package io.outputport.provisioner.descriptor.reverse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a data contract as they should be from now on.
 *
 * @param schema for {@code dataContract.schema}
 * @param differences from what the catalog entry says now, in sentences
 */
public record ContractUpdate(ArrayNode schema, List<String> differences) {
    public ContractUpdate {
        differences = List.copyOf(differences);
    }

    /**
     * @param names what consumers call a column now. It is written where the next provision finds the column by it, which
     *     is in any letter case that is not another column's; a column that consumers find under another name is written
     *     with its own. Without one the entry's spelling stays, since that is what consumers are shown
     */
    public static ContractUpdate of(TableFacts facts, Map<String, String> names, CatalogContract entry) {
        ContractColumnJson writer = new ContractColumnJson(facts);
        ArrayNode schema = JsonNodeFactory.instance.arrayNode();
        Differences differences = new Differences();
        for (Column column : facts.columns()) {
            Optional<String> shown = Optional.ofNullable(names.get(column.name()));
            Optional<ObjectNode> before = shown.flatMap(entry::column).or(() -> entry.column(column.name()));
            String name = shown.or(() -> before.map(CatalogContract::nameOf))
                    .filter(written -> means(written, column, facts))
                    .orElse(column.name());
            ObjectNode after = writer.write(column, name, before);
            schema.add(after);
            differences.compare(before, after);
        }
        return new ContractUpdate(schema, differences.sentences(entry));
    }

    private static boolean means(String written, Column column, TableFacts facts) {
        return written.equals(column.name())
                || (written.equalsIgnoreCase(column.name())
                        && facts.columns().stream()
                                        .filter(other -> written.equalsIgnoreCase(other.name()))
                                        .count()
                                == 1);
    }

    private static final class Differences {
        private final List<String> added = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final Set<ObjectNode> kept = new HashSet<>();

        void compare(Optional<ObjectNode> before, ObjectNode after) {
            before.ifPresent(kept::add);
            if (before.isEmpty()) {
                added.add(CatalogContract.nameOf(after));
            } else if (!shown(before.get()).equals(shown(after))) {
                changed.add(CatalogContract.nameOf(after) + " (" + shown(before.get()) + " is " + shown(after) + ")");
            }
        }

        private static String shown(ObjectNode column) {
            String size = column.hasNonNull("dataLength")
                    ? "(" + column.path("dataLength").asText() + ")"
                    : column.hasNonNull("precision")
                            ? "(" + column.path("precision").asText() + ","
                                    + column.path("scale").asText("0") + ")"
                            : "";
            return column.path("dataType").asText("no type") + size;
        }

        List<String> sentences(CatalogContract entry) {
            List<String> gone = entry.columns().stream()
                    .filter(column -> !kept.contains(column))
                    .map(CatalogContract::nameOf)
                    .toList();
            List<String> sentences = new ArrayList<>();
            tell("Columns that the catalog entry does not have yet: ", added, sentences);
            tell("Columns of another type than the catalog entry says: ", changed, sentences);
            tell("Columns of the catalog entry that do not exist, and are left out: ", gone, sentences);
            return sentences;
        }

        private static void tell(String words, List<String> names, List<String> sentences) {
            if (!names.isEmpty()) {
                sentences.add(words + Listed.of(names) + ".");
            }
        }
    }
}
