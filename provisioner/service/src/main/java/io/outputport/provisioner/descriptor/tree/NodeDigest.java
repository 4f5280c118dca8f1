package io.outputport.provisioner.descriptor.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A short text that stands for a value. Each node is digested once, so that aliases cannot make it long. */
final class NodeDigest {
    private final Map<Node, String> known = new IdentityHashMap<>();

    String of(Node node) {
        String before = known.get(node);
        if (before != null) {
            return before;
        }
        String digest = sha256(content(node));
        known.put(node, digest);
        return digest;
    }

    private String content(Node node) {
        if (node instanceof Node.Text text) {
            return text.isNull() ? "null" : "text " + text.text();
        }
        if (node instanceof Node.Items items) {
            return items.values().stream().map(this::of).collect(Collectors.joining(",", "items ", ""));
        }
        Map<String, String> fields = new TreeMap<>();
        ((Node.Fields) node).values().forEach((name, value) -> fields.put(sha256(name), of(value)));
        return "fields " + fields;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
