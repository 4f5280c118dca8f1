package io.outputport.provisioner.flow.admission;

import io.outputport.provisioner.descriptor.rule.DescriptorReading;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** By what it is seen that two orders of one component ask for the same. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(DescriptorReading descriptor, ProvisionOrder order) {
        return digest("removeData=" + order.removeData(), descriptor.fingerprint());
    }

    /** Who is in the refs matters, not in which order or how often. */
    static String of(DescriptorReading descriptor, AclOrder order) {
        return digest(
                String.join("\n", new TreeSet<>(order.refs())),
                order.accessControlFields().orElse(""),
                descriptor.fingerprint());
    }

    private static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
