package io.outputport.provisioner.sharing.descriptor;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NAME_PREFIX;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the share as a whole: its name, its schema, its lifetimes. */
final class ShareRules {
    static final String TOKEN_LIFETIME = "tokenLifetime";
    static final String URL_LIFETIME = "urlLifetime";
    private static final List<String> LIFETIMES = List.of(TOKEN_LIFETIME, URL_LIFETIME);
    private static final Duration LONGEST_URL = Duration.ofHours(1);

    private ShareRules() {}

    static Stream<Problem> check(Subject subject) {
        return subject.port().stream().flatMap(port -> {
            Field specific = port.specific();
            if (specific.isPresent() && !specific.isObject()) {
                return Stream.of(
                        specific.problem(SHAPE, "specific is " + specific.kind() + ", but must be an object."));
            }
            return Stream.concat(
                    Stream.of(share(subject, port), schema(specific)).flatMap(Optional::stream),
                    LIFETIMES.stream().flatMap(name -> lifetime(specific.child(name)).stream()));
        });
    }

    /** The names that a share of this port may have or begin with, the usual one first; none while parts are missing. */
    static Set<String> names(Subject subject, Component port) {
        return subject
                .product()
                .filter(product ->
                        IdentifierRules.prefixParts(subject).findAny().isEmpty())
                .flatMap(product -> port.name().text().map(name -> PortPrefix.all(product, name.value())))
                .orElse(Set.of())
                .stream()
                .map(prefix -> prefix.substring(0, prefix.length() - 1))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Optional<Problem> share(Subject subject, Component port) {
        Field field = port.specific().child("share");
        if (!field.isPresent()) {
            return Optional.empty();
        }
        Optional<String> usual = names(subject, port).stream().findFirst();
        Optional<Located<String>> text = field.text();
        if (text.isEmpty()) {
            return Optional.of(noText(field, usual));
        }
        String name = text.get().value();
        Optional<Problem> refused = ProtocolName.SHARE.refusal(name).map(refusal -> {
            String message = Excerpt.quoted(name) + " " + refusal + ".";
            return usual.map(prefix -> mended(field, SharingProblems.NAME, message, instead(name, prefix)))
                    .orElseGet(() -> field.problem(SharingProblems.NAME, message, leaveOut(usual)));
        });
        return refused.or(() -> usual.filter(prefix -> !begins(name, names(subject, port)))
                .map(prefix -> mended(
                        field,
                        NAME_PREFIX,
                        Excerpt.quoted(name) + " is not " + prefix + " and does not start with " + prefix + "_.",
                        instead(name, prefix))));
    }

    private static Problem noText(Field field, Optional<String> usual) {
        if (field.isObject() || field.isList()) {
            return field.problem(SHAPE, "share is " + field.kind() + ", but must be text.", leaveOut(usual));
        }
        Problem empty = field.problem(SharingProblems.MISSING, "share is empty.", leaveOut(usual));
        return usual.map(empty::mendedBy).orElse(empty);
    }

    private static String leaveOut(Optional<String> usual) {
        return "Leave it out, or write " + usual.orElse("a name with the port's prefix") + ".";
    }

    private static Problem mended(Field field, ProblemCode code, String message, String write) {
        return field.problem(code, message, "Write " + Excerpt.plain(write) + ".")
                .mendedBy(write);
    }

    private static boolean begins(String name, Set<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "_"));
    }

    /** Keeps the ending that the author chose, where it does not repeat parts of the prefix. */
    private static String instead(String written, String prefix) {
        String plain = ProtocolName.SHARE.legal(written);
        String lower = plain.toLowerCase(java.util.Locale.ROOT);
        String ending =
                lower.startsWith(prefix) ? plain.substring(prefix.length()).replaceFirst("^_+", "") : plain;
        String first = prefix.substring(0, prefix.indexOf('_', 1) + 1);
        String whole = prefix + "_" + ending;
        boolean fits = !ending.isEmpty()
                && (lower.startsWith(prefix) || !lower.startsWith(first))
                && whole.length() <= NameText.LONGEST;
        return fits ? whole : prefix;
    }

    private static Optional<Problem> schema(Field specific) {
        Field field = specific.child("schema");
        return new RequiredText(specific, "schema")
                .described("the schema that consumers find the tables in")
                .or(() -> field.text().flatMap(text -> name(field, ProtocolName.SCHEMA, text.value())));
    }

    /** A schema's or table's name that the protocol does not allow. */
    static Optional<Problem> name(Field field, ProtocolName rule, String name) {
        String legal = rule.legal(name);
        return rule.refusal(name)
                .map(refusal -> Excerpt.quoted(name) + " " + refusal + ".")
                .map(message -> legal.isEmpty()
                        ? field.problem(SharingProblems.NAME, message, "Write letters, digits or underscores.")
                        : mended(field, SharingProblems.NAME, message, legal));
    }

    private static Optional<Problem> lifetime(Field field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        String name = field.path().substring(field.path().lastIndexOf('.') + 1);
        Optional<Duration> lifetime = field.text().flatMap(text -> ShareLifetimes.duration(text.value()));
        if (lifetime.isEmpty()) {
            return Optional.of(field.problem(
                    SharingProblems.LIFETIME,
                    name + " is no duration longer than 0.",
                    "Write for example " + (name.equals(URL_LIFETIME) ? "15m." : "30d.")));
        }
        return name.equals(URL_LIFETIME) && lifetime.get().compareTo(LONGEST_URL) > 0
                ? Optional.of(
                        field.problem(SharingProblems.LIFETIME, "An address lives for at most 1h.", "Write 1h or less.")
                                .mendedBy("1h"))
                : Optional.empty();
    }
}
