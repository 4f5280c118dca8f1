package io.outputport.provisioner.descriptor.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that shows people which types go together. */
public final class TypesPage {
    private TypesPage() {}

    /** The rows below the heading of this name. */
    public static List<String> rows(String technology) {
        try {
            String page = Files.readString(Path.of("../../docs/types.md"));
            String section = page.split("(?m)^## " + technology + "$", 2)[1].split("(?m)^## ", 2)[0];
            return section.lines().filter(line -> line.startsWith("| `")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows as they should be. */
    public static List<String> rows(TypeTable table) {
        return table.rows().stream()
                .map(row -> "| `" + row.name() + "` | `" + row.dataType() + "` | `" + row.scalar() + "` |")
                .toList();
    }
}
