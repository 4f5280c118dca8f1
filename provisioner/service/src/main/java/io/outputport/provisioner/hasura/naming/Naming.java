package io.outputport.provisioner.hasura.naming;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of one output port's objects. The same descriptor gives the same names, today and after any restart. */
public final class Naming {
    private static final int FINGERPRINT_BYTES = 3;
    private static final String ROLE = "role";
    private static final Pattern ROLE_ENDING = Pattern.compile(ROLE + "(_[0-9a-f]{" + 2 * FINGERPRINT_BYTES + "})?$");

    private Naming() {}

    /** The role of a new port; a role that the role mapper already knows for the component is kept instead. */
    public static String roleId(DataProduct product, String port) {
        return roleId(PortPrefix.of(product, port));
    }

    public static String roleId(String prefix) {
        return prefix + ROLE;
    }

    /** What all names of the port of this role start with; an id of another form is returned as it is. */
    public static String prefixOf(String roleId) {
        return ROLE_ENDING.matcher(roleId).replaceFirst("");
    }

    /** The role of a component whose computed one the role mapper keeps for another, which does not use it any more. */
    public static String ownRoleId(String roleId, String component) {
        return roleId + "_" + fingerprint(component);
    }

    /**
     * The Hasura source for a schema of a database. The fingerprint at its end keeps apart what normalising makes equal,
     * for example {@code SALES-EU} and {@code saleseu}.
     */
    public static String sourceName(DataProduct product, SourceTable table) {
        String name = NameText.join(List.of(
                product.domain().value(),
                product.name().value(),
                product.majorVersion(),
                table.technology(),
                table.database(),
                table.schema()));
        return name + "_" + fingerprint(table.technology() + "\n" + table.database() + "\n" + table.schema());
    }

    /**
     * The name that the earlier Python service gave to a product's only source. It removed spaces and hyphens and nothing
     * else, so neither does this.
     */
    public static String legacySourceName(DataProduct product) {
        return String.join(
                "_", legacy(product.domain().value()), legacy(product.name().value()), legacy(product.majorVersion()));
    }

    /** The names of all sources that the product can have. */
    public static ProductSources sources(DataProduct product) {
        String prefix =
                NameText.join(List.of(product.domain().value(), product.name().value(), product.majorVersion()));
        return new ProductSources(legacySourceName(product), prefix + "_");
    }

    private static String legacy(String part) {
        return part.replace(" ", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
