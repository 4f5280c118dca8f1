package io.outputport.provisioner.sharing.descriptor;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables: each with a name, a storage and a path below it, and none twice. */
final class TableRules {
    private static final int MOST = 10_000;
    private static final int LONGEST_PATH = 1_024;
    private static final List<String> OF_PORT = List.of("share", "schema", "tables", "tokenLifetime", "urlLifetime");
    private static final List<String> OF_TABLE = List.of("name", "storage", "path", "historyShared", "partitionFilter");
    private static final String LIST = "List each table with its name, storage and path.";

    private TableRules() {}

    static Stream<Problem> check(Subject subject) {
        return subject.port().filter(port -> port.specific().isObject()).stream()
                .flatMap(port -> Stream.concat(misspelt(port.specific(), OF_PORT), tables(port)));
    }

    private static Stream<Problem> tables(Component port) {
        Field tables = port.specific().child("tables");
        if (!tables.isPresent()) {
            return port.specific().names().stream()
                                    .anyMatch(name ->
                                            Nearest.to(name, List.of("tables")).isPresent())
                            && !port.specific().names().contains("tables")
                    ? Stream.empty()
                    : Stream.of(tables.problem(SharingProblems.NO_TABLES, "tables is missing.", "Add tables. " + LIST));
        }
        if (!tables.isList()) {
            return Stream.of(tables.problem(SHAPE, "tables is " + tables.kind() + ", but must be a list.", LIST));
        }
        if (tables.items().isEmpty() || tables.items().size() > MOST) {
            return Stream.of(tables.problem(
                    SharingProblems.NO_TABLES,
                    tables.items().isEmpty()
                            ? "tables is empty."
                            : "tables lists more than " + MOST + " tables, which no share can hold.",
                    LIST));
        }
        Map<String, Position> known = new HashMap<>();
        return tables.items().stream().flatMap(table -> table(table, known, port));
    }

    private static Stream<Problem> table(Field table, Map<String, Position> known, Component port) {
        if (!table.isObject()) {
            return Stream.of(table.problem(SHAPE, "A table is " + table.kind() + ", but must be an object.", LIST));
        }
        return Stream.of(
                        misspelt(table, OF_TABLE),
                        name(table, known).stream(),
                        storage(table).stream(),
                        path(table).stream(),
                        history(table.child("historyShared")).stream(),
                        FilterRules.check(table.child("partitionFilter"), port.contract()))
                .flatMap(problems -> problems);
    }

    /** A field that is nearly one of ours would be ignored, and with a filter more would be shared than was meant. */
    private static Stream<Problem> misspelt(Field object, List<String> fields) {
        List<String> missing =
                fields.stream().filter(name -> !object.names().contains(name)).toList();
        return object.names().stream()
                .filter(name -> !fields.contains(name))
                .flatMap(name -> Nearest.to(name, missing).stream()
                        .filter(meant -> !isRequired(meant))
                        .map(meant -> Problem.of(
                                        SharingProblems.UNKNOWN_FIELD,
                                        "There is no field " + Excerpt.quoted(name) + " here.",
                                        "Write " + meant + " if that is meant.")
                                .at(
                                        object.child(name).path(),
                                        object.child(name).named())));
    }

    /** Of these it is said that they are missing, and what may be meant. */
    private static boolean isRequired(String field) {
        return List.of("schema", "name", "storage", "path").contains(field);
    }

    private static Optional<Problem> name(Field table, Map<String, Position> known) {
        Field field = table.child("name");
        Optional<Problem> missing = new RequiredText(table, "name").described("the name that consumers find it under");
        return missing.or(() -> field.text()
                .flatMap(text -> ShareRules.name(field, ProtocolName.TABLE, text.value())
                        .or(() -> Optional.ofNullable(
                                        known.putIfAbsent(ProtocolName.key(text.value()), text.position()))
                                .map(first -> field.problem(
                                        SharingProblems.TABLE_TWICE,
                                        "The table " + Excerpt.quoted(text.value()) + " stands twice: first at " + first
                                                + ", again here; names differ by more than their letter case.",
                                        "Give one of them another name.")))));
    }

    private static Optional<Problem> storage(Field table) {
        Field field = table.child("storage");
        return new RequiredText(table, "storage")
                .described("the name of a storage of the sharing server")
                .or(() -> field.text()
                        .map(text -> text.value())
                        .filter(storage -> !storage.matches("[A-Za-z0-9_-]{1,64}"))
                        .map(storage -> field.problem(
                                SharingProblems.STORAGE,
                                Excerpt.quoted(storage) + " is no name of a storage"
                                        + (storage.contains(":") || storage.contains("/") ? ", but an address." : "."),
                                "Write the name that the operators of the sharing server gave to its root: up to 64"
                                        + " letters, digits, hyphens and underscores.")));
    }

    private static Optional<Problem> path(Field table) {
        Field field = table.child("path");
        return new RequiredText(table, "path")
                .described("the table's folder below the storage's root")
                .or(() -> field.text()
                        .flatMap(text -> IdentifierRules.control(field, text.value())
                                .or(() -> refusal(text.value()).map(refusal -> astray(field, text.value(), refusal)))));
    }

    private static Problem astray(Field field, String path, String refusal) {
        String message = "The path " + Excerpt.quoted(path) + " " + refusal + ".";
        String straight = straight(path);
        return refusal(straight).isEmpty()
                ? field.problem(
                                SharingProblems.PATH,
                                message,
                                "Write the path below the storage's root: " + Excerpt.plain(straight) + ".")
                        .mendedBy(straight)
                : field.problem(
                        SharingProblems.PATH,
                        message,
                        "Write the path below the storage's root, such as sales/orders.");
    }

    /** What is meant, where it can only be one thing. */
    private static String straight(String path) {
        return path.contains("://") || path.startsWith("/")
                ? path
                : Stream.of(path.replace('\\', '/').split("/"))
                        .filter(name -> !name.isEmpty() && !name.equals("."))
                        .collect(Collectors.joining("/"));
    }

    private static Optional<String> refusal(String path) {
        if (path.length() > LONGEST_PATH) {
            return Optional.of("has more than " + LONGEST_PATH + " characters");
        }
        if (path.contains("://")) {
            return Optional.of("is an address");
        }
        if (path.startsWith("/")) {
            return Optional.of("begins with a slash");
        }
        if (path.contains("\\")) {
            return Optional.of("holds a backslash");
        }
        boolean astray = Stream.of(path.replaceFirst("/$", "").split("/", -1))
                .anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
        return astray ? Optional.of("holds an empty name, . or ..") : Optional.empty();
    }

    private static Optional<Problem> history(Field flag) {
        return flag.isPresent() && yes(flag).isEmpty()
                ? Optional.of(flag.problem(
                        SHAPE, "historyShared says neither yes nor no.", "Write true or false, or leave it out."))
                : Optional.empty();
    }

    static Optional<Boolean> yes(Field flag) {
        return flag.text().flatMap(text -> switch (text.value().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
