package io.outputport.provisioner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.outputport.foundation.HouseRules;
import io.outputport.provisioner.port.PortTechnology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows between the packages: calls go down, results come up, and nothing goes in circles. */
@AnalyzeClasses(packages = "io.outputport.provisioner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.provisioner";

    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

    /** A kind of port may use what is below it, and nobody may use a kind of port. */
    @ArchTest
    static void calls_go_down(JavaClasses classes) {
        String[] technologies = technologies(classes).keySet().toArray(String[]::new);
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : with(
                technologies,
                "api",
                "cli",
                "flow",
                "reconcile",
                "register",
                "port",
                "source",
                "descriptor",
                "task",
                "metrics")) {
            layers = layers.layer(name).definedBy(BASE + "." + name + "..");
        }
        for (String name : with(technologies, "api", "cli", "metrics")) {
            layers = layers.whereLayer(name).mayNotBeAccessedByAnyLayer();
        }
        layers.whereLayer("flow")
                .mayOnlyBeAccessedByLayers("api", "cli")
                .whereLayer("reconcile")
                .mayOnlyBeAccessedByLayers("flow")
                .whereLayer("register")
                .mayOnlyBeAccessedByLayers(with(technologies, "flow"))
                .whereLayer("port")
                .mayOnlyBeAccessedByLayers(with(technologies, "api", "flow", "reconcile", "register"))
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("hasura")
                .whereLayer("descriptor")
                .mayOnlyBeAccessedByLayers(with(technologies, "flow", "port", "reconcile", "source"))
                .whereLayer("task")
                .mayOnlyBeAccessedByLayers("api", "flow", "hasura")
                .check(classes);
    }

    /** By dependency, not by names: what a kind of port can do is asked for through {@code port}. */
    @ArchTest
    static void nobody_knows_a_technology_which_is_one_package_with_one_bean(JavaClasses classes) {
        Map<String, List<String>> technologies = technologies(classes);

        assertThat(technologies).containsKeys("hasura", "sharing");
        technologies.forEach((name, beans) -> {
            assertThat(beans).as("technologies in " + name).hasSize(1);
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BASE + "." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(BASE + "." + name + "..")
                    .check(classes);
        });
    }

    /** By the name of the package. */
    private static Map<String, List<String>> technologies(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(PortTechnology.class))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName()
                                .substring(BASE.length() + 1)
                                .split("\\.")[0],
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
    }

    private static String[] with(String[] technologies, String... layers) {
        return Stream.concat(Stream.of(layers), Stream.of(technologies)).toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule A_COMMAND_IS_PUT_TOGETHER_OF_PARTS_THAT_DO_NOT_KNOW_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy(BASE + ".cli")
            .layer("command")
            .definedBy(BASE + ".cli.command")
            .layer("order")
            .definedBy(BASE + ".cli.order")
            .layer("input")
            .definedBy(BASE + ".cli.input")
            .layer("plan")
            .definedBy(BASE + ".cli.plan")
            .layer("progress")
            .definedBy(BASE + ".cli.progress")
            .layer("report")
            .definedBy(BASE + ".cli.report")
            .layer("service")
            .definedBy(BASE + ".cli.service")
            .layer("terminal")
            .definedBy(BASE + ".cli.terminal")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("order")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("program", "command", "order")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("progress")
            .mayOnlyBeAccessedByLayers("command", "order")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("command", "input", "order", "plan", "progress")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("program", "command", "order", "progress")
            .whereLayer("terminal")
            .mayOnlyBeAccessedByLayers("program", "command", "input", "order", "plan", "progress", "report");

    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SOURCE_KNOWS_ANOTHER = slices().matching(BASE + ".source.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(BASE + ".source.jdbc"));

    @ArchTest
    static final ArchRule THE_MIDDLE_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + ".descriptor..",
                    BASE + ".port..",
                    BASE + ".*.descriptor..",
                    BASE + ".*.plan..",
                    BASE + ".sharing.table..",
                    BASE + ".measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "java.sql..", "javax.sql..", "java.net.http..", "java.time.Clock");

    /** Logs and spans leave by {@code foundation}; here is spoken to the API of OpenTelemetry and to SLF4J. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_HOW_SPANS_AND_LOGS_LEAVE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.opentelemetry.sdk..", "io.opentelemetry.exporter..", "ch.qos.logback..", "net.logstash..");

    /** Rows are read and written at the edges; the rest asks those. */
    @ArchTest
    static final ArchRule ONLY_WHO_KEEPS_ROWS_KNOWS_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + ".hasura..", BASE + ".register..", BASE + ".source.jdbc..", BASE + ".task..", BASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.outputport.foundation.store..");

    /** What happens is told to the meters of {@code measure}; the drift check has gauges of its own. */
    @ArchTest
    static final ArchRule ONLY_TELEMETRY_KNOWS_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".metrics..", BASE + ".flow.watch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.opentelemetry.instrumentation.micrometer..");

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_TALK_TO_SYSTEMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + ".hasura..",
                    BASE + ".register..",
                    BASE + ".sharing.server..",
                    BASE + ".source..",
                    BASE + ".task..",
                    BASE + ".cli.service..",
                    BASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "io.micronaut.http.client..");

    @ArchTest
    static final ArchRule ONLY_THE_API_SPEAKS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".api..", BASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http.annotation..");

    @ArchTest
    static final ArchRule WHAT_ONLY_HASURA_NEEDS_SAYS_SO = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".api..", BASE + ".task..")
            .should()
            .haveSimpleNameContaining("Hasura");

    @ArchTest
    static final ArchRule TIME_AND_IDS_ARE_GIVEN = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
