package io.outputport.engine.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Built;
import io.outputport.engine.build.SchemaBuilder;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.control.Control;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Reach;
import io.outputport.engine.metadata.command.SchemaHistory;
import io.outputport.engine.metadata.command.State;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.ExportedForm;
import io.outputport.engine.metadata.operation.AgentOperations;
import io.outputport.engine.metadata.operation.Batches;
import io.outputport.engine.metadata.operation.DropInconsistent;
import io.outputport.engine.metadata.operation.PermissionOperations;
import io.outputport.engine.metadata.operation.RelationshipOperations;
import io.outputport.engine.metadata.operation.RoleOperations;
import io.outputport.engine.metadata.operation.SourceOperations;
import io.outputport.engine.metadata.operation.SourceReads;
import io.outputport.engine.metadata.operation.TableBatches;
import io.outputport.engine.metadata.operation.TableOperations;
import io.outputport.engine.metadata.operation.WholeMetadata;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.HasuraVersion;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.source.SourceKinds;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Runs requests to the metadata API. Requests that write go one after the other, as on the lock of Hasura's schema
 * cache; requests that read see the last stored state and wait for nobody.
 */
public final class MetadataApi {
    private final SchemaBuilder builder;
    private final Control control;
    private final Operations operations;
    private final ExportedForm exportedForm;
    private final SchemaHistory history;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile State state = State.empty();

    public MetadataApi(SourceKinds kinds, Control control, InstantSource clock, HasuraVersion version) {
        this.builder = new SchemaBuilder(kinds, control);
        this.control = control;
        this.exportedForm = new ExportedForm(kinds);
        this.history = new SchemaHistory(clock, state.built().cache());
        this.operations = new Operations(kinds);
        WholeMetadata.addTo(operations, kinds);
        SourceReads.addTo(operations);
        new SourceOperations(version).addTo(operations);
        TableOperations.addTo(operations);
        TableBatches.addTo(operations);
        PermissionOperations.addTo(operations);
        RelationshipOperations.addTo(operations);
        RoleOperations.addTo(operations);
        AgentOperations.addTo(operations, kinds);
        DropInconsistent.addTo(operations, kinds);
        Batches.addTo(operations);
    }

    /**
     * Runs one request.
     *
     * @param body as it was sent
     * @throws Refused as Hasura would answer; then nothing has changed
     */
    public JsonNode run(JsonNode body) {
        Command command = Command.of(body);
        Function<Work, JsonNode> request = work -> operations.run(work, command);
        return operations.writes(command)
                ? write(command.resourceVersion(), Reach.of(command), request)
                : read(request);
    }

    /**
     * Runs a request of several steps on one copy of the state.
     *
     * @param writes whether any of them may change something
     * @throws Refused as a step did; then nothing is stored of any
     */
    public JsonNode together(boolean writes, Function<Transaction, JsonNode> steps) {
        Function<Work, JsonNode> request = work -> steps.apply(new Transaction(operations, work));
        return writes ? write(Optional.empty(), Reach.everything(), request) : read(request);
    }

    private JsonNode read(Function<Work, JsonNode> request) {
        State now = state;
        return request.apply(work(now, now.metadata()));
    }

    private JsonNode write(Optional<Long> referenced, Reach reach, Function<Work, JsonNode> request) {
        writing.lock();
        try {
            return writeAlone(referenced, reach, request);
        } finally {
            writing.unlock();
        }
    }

    /** Whether a request would change the metadata. */
    public boolean writes(JsonNode body) {
        return operations.writes(Command.of(body));
    }

    /** Whether there is an operation of exactly this name. */
    public boolean knows(String type) {
        return operations.knows(type);
    }

    /** Hasura looks at the version last, when everything is built already; so does this. */
    private JsonNode writeAlone(Optional<Long> referenced, Reach reach, Function<Work, JsonNode> request) {
        State start = state;
        Work work = work(start, reach.copy(start.metadata()));
        JsonNode answer = request.apply(work);
        long expected = referenced.orElse(start.version());
        if (expected != start.version()) {
            throw conflict(expected);
        }
        state = new State(work.metadata(), start.version() + 1, work.built());
        control.wrote();
        history.publish(work.built().cache(), control.knobs().lateMillis());
        return answer;
    }

    /** Another node writes first: the version moves, and a request that had read the old one is refused. */
    public Refused loseRace() {
        writing.lock();
        try {
            State lost = state;
            state = new State(lost.metadata(), lost.version() + 1, lost.built());
            return conflict(lost.version());
        } finally {
            writing.unlock();
        }
    }

    /** The schema that GraphQL serves at this moment. */
    public SchemaCache schema() {
        return history.at(control.knobs().lateMillis());
    }

    public boolean isConsistent() {
        return built().isConsistent();
    }

    /** A consistent source; empty for any other name. */
    public Optional<LiveSource> source(String name) {
        return built().source(name);
    }

    private Work work(State from, ObjectNode metadata) {
        return new Work(builder, exportedForm, from, metadata);
    }

    private Built built() {
        return state.built();
    }

    private Refused conflict(long referenced) {
        control.conflicted();
        return Refused.of(
                        409,
                        "conflict",
                        "metadata resource version referenced (" + referenced + ") did not match current version")
                .at("$");
    }
}
