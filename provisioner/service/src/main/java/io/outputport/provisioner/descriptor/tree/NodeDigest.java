package io.outputport.provisioner.descriptor.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A short text that stands for a value. Each node is digested once, so that aliases cannot make it long. */
final class NodeDigest {
    /** A content this long stands for itself; its hash would be as long. */
    private static final int SHORT = 64;

    private final Map<Node, String> known = new IdentityHashMap<>();
    private final MessageDigest sha256 = sha256();

    String of(Node node) {
        String before = known.get(node);
        if (before != null) {
            return before;
        }
        String digest = shortened(content(node));
        known.put(node, digest);
        return digest;
    }

    private String content(Node node) {
        if (node instanceof Node.Text text) {
            return text.isNull() ? "null" : "text " + text.text();
        }
        StringBuilder content = new StringBuilder();
        if (node instanceof Node.Items items) {
            content.append("items ");
            items.values().forEach(item -> append(content, of(item)));
            return content.toString();
        }
        content.append("fields ");
        new TreeMap<>(((Node.Fields) node).values()).forEach((name, value) -> {
            append(content, name);
            append(content, of(value));
        });
        return content.toString();
    }

    /** With its length before it, so that neighbours do not run into each other. */
    private static void append(StringBuilder content, String part) {
        content.append(part.length()).append(' ').append(part);
    }

    private String shortened(String content) {
        return content.length() <= SHORT
                ? content
                : HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
