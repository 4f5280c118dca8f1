package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operations by name: those of the whole metadata, and those that begin with a kind of source. */
public final class Operations {
    private final SourceKinds kinds;
    private final Map<String, Entry> plain = new HashMap<>();
    private final Map<String, KindEntry> ofKind = new HashMap<>();

    public Operations(SourceKinds kinds) {
        this.kinds = kinds;
    }

    public void reads(String name, Operation operation) {
        plain.put(name, new Entry(operation, command -> false));
    }

    public void writes(String name, Operation operation) {
        plain.put(name, new Entry(operation, command -> true));
    }

    /** An operation that writes if what it contains does. */
    public void mayWrite(String name, Operation operation, Writes writes) {
        plain.put(name, new Entry(operation, writes));
    }

    public void kindReads(String name, KindOperation operation) {
        ofKind.put(name, new KindEntry(operation, false));
    }

    public void kindWrites(String name, KindOperation operation) {
        ofKind.put(name, new KindEntry(operation, true));
    }

    public boolean writes(Command command) {
        Entry found = plain.get(command.type());
        return found != null
                ? found.writes().test(command)
                : bySuffix(command.type())
                        .orElseThrow(() -> unknown(command.type()))
                        .writes();
    }

    public JsonNode run(Work work, Command command) {
        Entry found = plain.get(command.type());
        if (found != null) {
            return found.operation().run(work, command);
        }
        return findOfKind(command.type(), kinds.including(work.metadata()))
                .orElseThrow(() -> unknown(command.type()))
                .operation()
                .run(work, command);
    }

    public boolean knows(String type) {
        return plain.containsKey(type) || findOfKind(type, kinds).isPresent();
    }

    private Optional<Entry> findOfKind(String type, SourceKinds served) {
        return ofKind.entrySet().stream()
                .filter(entry -> type.endsWith("_" + entry.getKey()))
                .flatMap(entry -> served
                        .prefixed(
                                type.substring(0, type.length() - entry.getKey().length() - 1))
                        .map(entry.getValue()::on)
                        .stream())
                .findFirst();
    }

    /** Whether an operation writes does not depend on the kind. */
    private Optional<KindEntry> bySuffix(String type) {
        return ofKind.entrySet().stream()
                .filter(entry -> type.endsWith("_" + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Refused unknown(String type) {
        return Refused.parse("unknown metadata command \"" + type + "\"").at("$");
    }

    /** An operation on a source of one kind. */
    @FunctionalInterface
    public interface KindOperation {
        public JsonNode run(Work work, Args args, SourceKind kind);
    }

    /** Whether a command changes the metadata. */
    @FunctionalInterface
    public interface Writes {
        boolean test(Command command);
    }

    private record Entry(Operation operation, Writes writes) {}

    private record KindEntry(KindOperation operation, boolean writes) {
        Entry on(SourceKind kind) {
            return new Entry((work, command) -> operation.run(work, command.args(), kind), command -> writes);
        }
    }
}
