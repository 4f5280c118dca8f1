package io.outputport.provisioner.flow.order;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.flow.Shuffle;
import io.outputport.provisioner.flow.dryrun.PlanReport;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.task.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that the service answers and would write, of ports that invite an order to decide. */
public final class Answers {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final TableFacts FACTS = new TableFacts(
            new SourceTable("postgres", FakeTechnology.DATABASE, "energy", "daily_readings"),
            false,
            List.of(
                    Columns.text("METER"),
                    Columns.text("day of reading"),
                    Columns.text("day-of-reading"),
                    Columns.of("KwH", "numeric", DataType.NUMERIC, "numeric"),
                    Columns.text("ID"),
                    Columns.text("Id"),
                    Columns.text("owner")),
            List.of("METER", "ID"));
    private static final List<Map<String, Object>> GOOD = List.of(
            Map.of("name", "meter", "dataType", "TEXT", "tags", List.of("Tier.One", "PII_Name")),
            Map.of("name", "day of reading", "dataType", "TEXT"),
            Map.of("name", "day-of-reading"),
            Map.of("name", "kwh", "dataType", "NUMBER"),
            Map.of("name", "ID"),
            Map.of("name", "owner", "tags", List.of("x", "pii.name", "PII")));
    private static final List<Map<String, Object>> AMBIGUOUS = List.of(
            Map.of("name", "meter"),
            Map.of("name", "Meter"),
            Map.of("name", "id"),
            Map.of("name", "gone"),
            Map.of("name", "owner", "dataType", "DATE"),
            Map.of("name", "KWH"));

    private static final String OTHERS = """
            {"name":"%s","kind":"postgres","configuration":{"database":"demo"},"customization":%s,"tables":[
              {"table":{"schema":"s","name":"%s"},"configuration":{"custom_name":"%s","custom_root_fields":{"select":"%s"}},
               "select_permissions":[{"role":"r1","permission":{"columns":["a","b"],"filter":{}}},
                 {"role":"%srole","permission":{"columns":["a"],"filter":{}}}]}]}""";

    private Answers() {}

    /** The ports and metadata of all cases, in a fixed order. */
    public static List<String> ofAll(Shuffle shuffle) {
        List<String> answers = new ArrayList<>();
        for (List<Map<String, Object>> contract : List.of(GOOD, AMBIGUOUS, List.<Map<String, Object>>of())) {
            String descriptor =
                    aDescriptor().port("dataContract.schema", contract).json();
            for (Export metadata : metadata()) {
                answers.addAll(of(shuffle.descriptor(descriptor), new Export(shuffle.metadata(metadata.metadata()))));
            }
        }
        return answers;
    }

    private static List<Export> metadata() {
        String taken = OTHERS.formatted("a", "{}", "t", PREFIX + "table", PREFIX + "select", PREFIX);
        String twice = OTHERS.formatted("b", "{}", "u", "u", PREFIX + "select", PREFIX);
        String prefix = "{\"root_fields\":{\"prefix\":\"p_\"}}";
        String legacy = OTHERS.formatted("energy_meterreadings_1", prefix, "w", "w", "w", "x");
        String old = """
                {"name":"energy_meterreadings_1","kind":"postgres","configuration":{"database":"demo"},"tables":[
                  {"table":{"schema":"energy","name":"daily_readings"},"configuration":{"custom_name":"%stable",
                     "column_config":{"METER":{"custom_name":"counter"},"gone":{"custom_name":"g"}}},
                   "select_permissions":[{"role":"%srole","permission":{"columns":["METER","KwH","ID"],"filter":{}}},
                     {"role":"other","permission":{"columns":["ID","Id"],"filter":{}}}]}]}""".formatted(PREFIX, PREFIX);
        return List.of(
                Export.of(), Export.of(taken, twice), Export.of(legacy), Export.of(old, twice.replace(PREFIX, "z")));
    }

    private static List<String> of(String descriptor, Export metadata) {
        List<String> answers = new ArrayList<>();
        try (World world =
                new World().withSource(FACTS).hiding("PII", "secret").holding(Optional.of(World.ROLE), metadata)) {
            answers.add(world.validate(PATIENT, false)
                    .judge("COMPONENT_DESCRIPTOR", descriptor)
                    .match(
                            verdict -> told(verdict.problems()) + " notices " + told(verdict.notices()),
                            (after, problem) -> told(List.of(problem)),
                            Answers::told));
            ProvisionOrder order = new ProvisionOrder("COMPONENT_DESCRIPTOR", descriptor, false, Optional.empty());
            answers.add(world.dryRun(PATIENT)
                    .plan(order)
                    .match(Answers::told, (after, problem) -> told(List.of(problem)), Answers::told));
            answers.add(written(world, descriptor, metadata));
        }
        return answers;
    }

    private static String told(Collection<Problem> problems) {
        TreeSet<String> lines = new TreeSet<>();
        problems.forEach(problem -> lines.add(problem.code().id() + " " + problem.message() + problem.hint()));
        return lines.toString();
    }

    private static String told(PlanReport report) {
        return Stream.of(
                        told(report.problems()),
                        told(report.notices()),
                        told(report.advice()),
                        new TreeSet<>(report.remarks()),
                        report.changes()
                                .map(changes -> changes.steps().stream()
                                        .map(step -> step.action().word()
                                                + step.description()
                                                + step.before()
                                                + step.after())
                                        .toList()),
                        report.view())
                .map(Object::toString)
                .toList()
                .toString();
    }

    /** The log of a provision, and Hasura's metadata after it. */
    private static String written(World world, String descriptor, Export metadata) {
        String end = world.provision()
                .handle(
                        World.task(
                                Operation.PROVISION,
                                new StoredOrder("COMPONENT_DESCRIPTOR", descriptor, false, List.of())),
                        world.progress)
                .match(
                        done -> done.sentence() + done.info(),
                        (after, problem) -> told(List.of(problem)),
                        Answers::told);
        List<String> after = world.steps.stream()
                .map(step -> step instanceof HasuraStep.ChangeHasura change
                        ? Shuffle.sorted(metadata.after(change.change()).metadata())
                        : step.describe())
                .toList();
        return end + new TreeSet<>(world.log) + after;
    }

    /** Prints them, for a comparison between two Javas: each has hash orders of its own. */
    public static void main(String[] arguments) {
        ofAll(new Shuffle(1)).forEach(System.out::println);
    }
}
