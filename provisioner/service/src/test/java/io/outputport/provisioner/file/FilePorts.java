package io.outputport.provisioner.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.file.FileNotation.FileDescriptor;
import io.outputport.provisioner.file.FileStep.Give;
import io.outputport.provisioner.file.FileStep.Remove;
import io.outputport.provisioner.file.FileStep.Repeat;
import io.outputport.provisioner.file.FileStep.Write;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.ReverseReading;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessWrites;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port is a file that says who may read it. */
@Singleton
@Requires(property = "testing.files")
final class FilePorts implements PortTechnology, ReverseReading {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Folder folder;
    private final AccessWrites access;

    FilePorts(@Value("${testing.files}") String folder, AccessLedger ledger) {
        this.folder = new Folder(Path.of(folder));
        this.access = new AccessWrites(ledger, Duration.ofSeconds(5), System::nanoTime);
    }

    @Override
    public PortNotation notation() {
        return new FileNotation();
    }

    @Override
    public PortSurvey survey(OutputPortDescriptor descriptor, KnownPort known) {
        return new FileSurvey(((FileDescriptor) descriptor).file(), folder);
    }

    @Override
    public Outcome<PortPlan> provision(ProvisionRequest request, Progress progress) {
        FileDescriptor descriptor = (FileDescriptor) request.descriptor();
        String file = descriptor.file().value();
        boolean isNew = !request.standing().isAlive();
        ObjectNode told = JSON.objectNode().put("file", file);
        return Outcome.done(new PortPlan(
                FileSurvey.plan(file, request.standing(), descriptor.component()),
                isNew,
                new ServedState(FileNotation.NAME, told.toString()),
                false,
                new PortPlan.Result("It is served as " + file + ".", told, JSON.objectNode())));
    }

    @Override
    public Outcome<PortSnapshot> look(PortRequest request) {
        Optional<String> file = request.known().served().map(FilePorts::file);
        return Outcome.done(new FileSnapshot(file.filter(folder::has), request.component()));
    }

    @Override
    public Outcome<PortSnapshot> lookAtAccess(PortRequest request) {
        return look(request);
    }

    @Override
    public Outcome<Change> apply(Step step, Progress progress) {
        return ((FileStep) step).match(this::write, this::give, this::repeat, this::remove);
    }

    private Outcome<Change> write(Write step) {
        return Outcome.done(folder.make(step.file()) ? Change.CHANGED : Change.UNCHANGED);
    }

    private Outcome<Change> give(Give step) {
        Wish wish = new Wish(step.asked(), step.locked());
        return access.people(new RoleOf(step.file(), step.component()), wish, people -> give(step.file(), people));
    }

    private Outcome<Change> repeat(Repeat step) {
        return access.newest(new RoleOf(step.file(), step.component()), people -> give(step.file(), people));
    }

    private Outcome<Change> give(String file, People people) {
        return Outcome.done(folder.give(file, people) ? Change.CHANGED : Change.UNCHANGED);
    }

    private Outcome<Change> remove(Remove step) {
        return Outcome.done(folder.remove(step.file()) ? Change.CHANGED : Change.UNCHANGED);
    }

    @Override
    public Outcome<String> withdraw(String component) {
        return Outcome.done(component);
    }

    @Override
    public Outcome<Optional<Step>> settling(PortRequest request, Standing standing) {
        return Outcome.done(Optional.empty());
    }

    @Override
    public Outcome<Optional<Step>> repeatedAccess(KnownPort port) {
        return Outcome.done(port.served().map(state -> new Repeat(file(state), port.component())));
    }

    @Override
    public Outcome<DriftSearch> drift() {
        return Outcome.done(new Look());
    }

    private final class Look implements DriftSearch {
        @Override
        public Drift of(ServedState port) {
            return folder.has(file(port)) ? Drift.NONE : Drift.missing("the file is gone");
        }

        @Override
        public Map<String, Boolean> accessLost(List<KnownPort> ports) {
            return Map.of();
        }

        @Override
        public String accessLostSentence() {
            return "nobody is named in it";
        }
    }

    @Override
    public ReverseReading reverse() {
        return this;
    }

    @Override
    public boolean isMeantBy(JsonNode params) {
        return params.has("file");
    }

    @Override
    public Outcome<ObjectNode> target(JsonNode params) {
        return Outcome.done(JSON.objectNode().put("file", params.path("file").asText()));
    }

    @Override
    public Outcome<Update> read(JsonNode target, CatalogContract entry, Progress progress) {
        String file = target.path("file").asText();
        if (!folder.has(file)) {
            return Outcome.stopped(Problem.of(new ProblemCode("file-missing"), "There is no file " + file + "."));
        }
        ObjectNode updates = JSON.objectNode().put("spec.mesh.specific.file", file);
        return Outcome.done(new Update("The file " + file + " was read.", updates));
    }

    @Override
    public Map<String, String> place(ServedState state) {
        return Map.of("file", file(state));
    }

    private static String file(ServedState state) {
        return state.json().replaceAll("^\\{\"file\":\"|\"\\}$", "");
    }
}
