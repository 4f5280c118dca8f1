package io.outputport.provisioner.hasura.metadata.document;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources of other teams as chance makes them: their kinds, their tables, their spaces between the tokens. */
final class RandomMetadata {
    private static final List<String> SPACES = List.of("", "", " ", "\n  ", "\t");
    private static final List<String> VALUES = List.of(
            "1.50",
            "-0.0",
            "123456789012345678901234567890",
            "\"\\u00e4\"",
            "\"größe 😀\"",
            "null",
            "[]",
            "{\"from_env\":\"URL\"}",
            "\"postgres://u:p%40ss@h/db\"");

    private final Random random;
    private final List<String> sources;
    private final Export export;

    RandomMetadata(Random random) {
        this.random = random;
        this.sources =
                IntStream.range(0, random.nextInt(4)).mapToObj(this::source).toList();
        this.export = document();
    }

    /** Each as it stands in the document. */
    List<String> sources() {
        return sources;
    }

    Export export() {
        return export;
    }

    private Export document() {
        String between = space() + "," + space();
        return new Export("{" + space() + "\"version\":3," + space() + "\"sources\":" + space() + "[" + space()
                + String.join(between, sources) + "],\"actions\": " + value() + "}");
    }

    private String source(int number) {
        String tables =
                IntStream.range(0, random.nextInt(4)).mapToObj(this::table).collect(Collectors.joining(space() + ","));
        List<String> kinds = List.of("postgres", "mssql", "snowflake");
        return "{" + space() + "\"name\":" + space() + "\"team" + number + "\"," + space() + "\"kind\":\""
                + kinds.get(random.nextInt(3)) + "\",\"tables\":[" + tables + "]," + space()
                + "\"configuration\":{\"c\":"
                + space() + value() + "}" + space() + "}";
    }

    private String table(int number) {
        return "{\"table\":{\"schema\":\"s\",\"name\":\"t" + number + "\"}," + space() + "\"x\":" + value()
                + ",\"select_permissions\":[{\"role\":\"audit\",\"permission\":{\"columns\":" + value() + "}}]"
                + space() + "}";
    }

    private String space() {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
