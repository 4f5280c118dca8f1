package io.outputport.benchmark.siege.attack;

import java.util.List;

/** The requests of the siege. */
public final class Attacks {
    /** A validation as small as they come. */
    public static final String SMALL = "{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptor\":\"a: b\"}";

    private static final String VALIDATE = "/v1/validate";
    private static final int MEBI = 1024 * 1024;
    private static final int DEAR = 870 * 1024;
    private static final int HELD_SECONDS = 10;

    private Attacks() {}

    /** @param part 1 for all of it, 10 for a tenth */
    public static List<Attack> all(int part) {
        String dear = dear();
        int seconds = Math.max(1, HELD_SECONDS / part);
        String whole = padded(8 * MEBI);
        String half = SocketCaller.head(VALIDATE, 8 * MEBI) + padded(7_500_000);
        String begun = SocketCaller.head(VALIDATE, 9_000) + "{";
        return List.of(
                new BodiesAtOnce(many(16, part) + " descriptors of 0.87 MiB", VALIDATE, dear, many(16, part)),
                new BodiesAtOnce(many(48, part) + " descriptors of 0.87 MiB", VALIDATE, dear, many(48, part)),
                new BodiesAtOnce(many(16, part) + " bodies of 8 MiB", VALIDATE, whole, many(16, part)),
                new HeldConnections(many(60, part) + " half-sent bodies of 7.5 MB", half, "", many(60, part), seconds),
                new HeldConnections(many(500, part) + " slow senders", begun, " ", many(500, part), seconds),
                new HeldConnections(
                        many(1_500, part) + " half-open requests",
                        "GET /tasks HTTP/1.1\r\nHost: si",
                        "",
                        many(1_500, part),
                        seconds),
                new Aborts(padded(20_000), many(500, part)));
    }

    private static int many(int all, int part) {
        return Math.max(2, all / part);
    }

    /** Objects of one field: what needs most memory for its length. */
    private static String dear() {
        String line = "  - a: b\\n";
        String descriptor = "dataProduct:\\n  list:\\n" + line.repeat(DEAR / (line.length() - 1));
        return SMALL.replace("a: b", descriptor);
    }

    private static String padded(int length) {
        return SMALL + " ".repeat(length - SMALL.length());
    }
}
