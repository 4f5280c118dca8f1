package io.outputport.provisioner.descriptor;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Descriptors as accidents and attackers leave them; the same seed gives the same texts. */
public final class Mutations {
    private static final String[] VALUES = {
        "null",
        "[]",
        "{}",
        "~",
        "true",
        "1.0",
        "\"\"",
        "'x",
        "|",
        ">-",
        "&a",
        "*a",
        "!t x",
        "- x",
        "? y",
        "<<: *a",
        "{",
        "[",
        "\t",
        "%",
        "@",
        "\"\\u0000\"",
        "\"\\UFFFFFFFF\"",
        "---",
        "...",
        "# c",
        "x: y: z",
        "\uFEFF",
        "\u0085",
        "💧",
        "0x7FFFFFFFFFFFFFFFFF",
        "1e999999999",
        "-" + "9".repeat(400),
        ".inf",
        "2026-11-21T00:00:00Z",
        "\u202Eevil",
        "e\u0301\u0301\u0301",
        "urn:dmb:cmp:energy:meter-readings:1:graphql-readings",
        "{{getEnvironmentVariable(\"HOME\")}}",
        "a&role=ACCOUNTADMIN",
        "${jndi:ldap://x}",
        "x".repeat(300)
    };

    private final Random random;
    private final List<UnaryOperator<String>> changes = List.of(
            this::flip,
            this::flip,
            this::lines,
            this::lines,
            this::lines,
            this::bytes,
            this::unicode,
            this::deep,
            this::anchors,
            this::blocks);

    public Mutations(long seed) {
        random = new Random(seed);
    }

    public String next() {
        String text = random.nextInt(3) == 0
                ? aDescriptor().json().replace(",", ",\n")
                : aDescriptor().yaml();
        int count = 1 + random.nextInt(3);
        for (int change = 0; change < count; change++) {
            text = text.isEmpty()
                    ? " "
                    : changes.get(random.nextInt(changes.size())).apply(text);
        }
        return text;
    }

    private String flip(String text) {
        int at = random.nextInt(text.length());
        char character = (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80));
        return text.substring(0, at) + character + text.substring(random.nextBoolean() ? at : at + 1);
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2, 3 -> lines.set(at, line.replaceFirst(":.*", ": " + inReplacement(value())));
            case 4 -> lines.set(at, " ".repeat(random.nextInt(3)) + line.stripLeading());
            default -> lines.add(at, value());
        }
        return String.join("\n", lines) + " ";
    }

    /** What a wrong encoding or a broken cable makes of it. */
    private String bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int count = random.nextInt(4); count >= 0; count--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int end = random.nextInt(4) == 0 ? 1 + random.nextInt(bytes.length) : bytes.length;
        return new String(bytes, 0, end, random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private String unicode(String text) {
        int at = random.nextInt(text.length());
        StringBuilder strange = new StringBuilder();
        for (int count = random.nextInt(20); count >= 0; count--) {
            strange.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        }
        return text.substring(0, at) + strange + text.substring(at);
    }

    private String deep(String text) {
        int depth = 1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 150);
        String opened = random.nextBoolean() ? "[".repeat(depth) : "{a: ".repeat(depth);
        return set(text, random.nextBoolean() ? opened : opened + "]".repeat(depth));
    }

    /** Each alias holds the one before it many times, as in the attack of a billion laughs. */
    private String anchors(String text) {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        int count = 1 + random.nextInt(12);
        for (int at = 1; at <= count; at++) {
            String aliases = ("*a" + (at - 1) + ", ").repeat(1 + random.nextInt(8));
            laughs.append("a" + at + ": &a" + at + " [" + aliases + "]\n");
        }
        return random.nextBoolean() ? laughs + text : laughs + set(text, "*a" + count);
    }

    /** A part of the text somewhere else, once or a hundred times. */
    private String blocks(String text) {
        int from = random.nextInt(text.length());
        String block = text.substring(from, Math.min(text.length(), from + random.nextInt(400)));
        int at = random.nextInt(text.length());
        int times = random.nextInt(10) == 0 ? 100 : 1;
        return text.substring(0, at) + block.repeat(times) + text.substring(at);
    }

    private String set(String text, String value) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).replaceFirst(":.*", ": " + inReplacement(value)));
        return String.join("\n", lines);
    }

    private String value() {
        return VALUES[random.nextInt(VALUES.length)];
    }

    private static String inReplacement(String value) {
        return value.replace("\\", "\\\\").replace("$", "\\$");
    }
}
