package io.outputport.provisioner.sharing.descriptor.storage;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.source.NamePattern;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which domain may share from which storages, by the operator's decision. A domain without a rule may share nothing.
 *
 * @param rules empty when nothing is decided: every domain may share whatever the sharing server can read
 */
public record StorageRules(Optional<List<DomainStorage>> rules) {
    private static final ProblemCode NOT_ALLOWED = new ProblemCode("sharing-storage-not-allowed");
    public static final StorageRules NONE = new StorageRules(Optional.empty());

    public StorageRules {
        rules = rules.map(List::copyOf);
    }

    /**
     * What the domains of this name may share.
     *
     * @param environment empty for any
     */
    public record DomainStorage(NamePattern domain, Optional<NamePattern> environment, List<FolderPlace> places) {
        public DomainStorage {
            places = List.copyOf(places);
        }

        private boolean isFor(DataProduct product) {
            String theirs = key(product.environment().orElse(""));
            return domain.matches(key(product.domain().value()))
                    && environment.map(ours -> ours.matches(theirs)).orElse(true);
        }
    }

    /** @param folder that paths lie below; empty for the whole storage */
    public record FolderPlace(NamePattern storage, String folder) {
        private boolean holds(String name, String path) {
            return storage.matches(key(name))
                    && (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/"));
        }

        @Override
        public String toString() {
            return storage.text() + (folder.isEmpty() ? "" : "/" + folder);
        }
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public Stream<Problem> check(Subject subject) {
        return subject.product().stream()
                .flatMap(product -> subject.port().stream()
                        .flatMap(port -> port.specific().child("tables").items().stream())
                        .flatMap(table -> refusal(product, table).stream()));
    }

    private Optional<Problem> refusal(DataProduct product, Field table) {
        return table.child("storage")
                .text()
                .flatMap(storage -> table.child("path")
                        .text()
                        .filter(path -> !allow(product, storage.value(), path.value()))
                        .map(path -> Problem.of(
                                        NOT_ALLOWED,
                                        "Domain "
                                                + Excerpt.quoted(
                                                        product.domain().value()) + " may not share "
                                                + Excerpt.quoted(path.value()) + " of storage "
                                                + Excerpt.quoted(storage.value())
                                                + product.environment()
                                                        .map(name -> " in environment " + Excerpt.quoted(name))
                                                        .orElse("")
                                                + ".",
                                        "It may share from " + shown(product)
                                                + ". The operators of this provisioner decide that (SHARING_STORAGE_RULES).")
                                .at(storage.path(), storage.position())));
    }

    boolean allow(DataProduct product, String storage, String path) {
        return rules.isEmpty() || places(product).anyMatch(place -> place.holds(storage, path));
    }

    private String shown(DataProduct product) {
        String places = places(product).map(FolderPlace::toString).distinct().collect(Collectors.joining(", "));
        return places.isEmpty() ? "nowhere" : places;
    }

    private Stream<FolderPlace> places(DataProduct product) {
        return rules.orElse(List.of()).stream()
                .filter(rule -> rule.isFor(product))
                .flatMap(rule -> rule.places().stream());
    }
}
