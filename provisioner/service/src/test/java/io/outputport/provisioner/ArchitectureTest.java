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
import io.outputport.foundation.HouseRules;
import java.util.Map;

/** The arrows between the packages: calls go down, results come up, and nothing goes in circles. */
@AnalyzeClasses(packages = "io.outputport.provisioner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.provisioner";

    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule CALLS_GO_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy(BASE + ".api..")
            .layer("cli")
            .definedBy(BASE + ".cli..")
            .layer("flow")
            .definedBy(BASE + ".flow..")
            .layer("hasura")
            .definedBy(BASE + ".hasura..")
            .layer("sharing")
            .definedBy(BASE + ".sharing..")
            .layer("reconcile")
            .definedBy(BASE + ".reconcile..")
            .layer("register")
            .definedBy(BASE + ".register..")
            .layer("port")
            .definedBy(BASE + ".port..")
            .layer("source")
            .definedBy(BASE + ".source..")
            .layer("descriptor")
            .definedBy(BASE + ".descriptor..")
            .layer("task")
            .definedBy(BASE + ".task..")
            .layer("metrics")
            .definedBy(BASE + ".metrics..")
            .whereLayer("metrics")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("flow")
            .mayOnlyBeAccessedByLayers("api", "cli")
            .whereLayer("hasura")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sharing")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reconcile")
            .mayOnlyBeAccessedByLayers("flow")
            .whereLayer("register")
            .mayOnlyBeAccessedByLayers("flow", "hasura", "sharing")
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("api", "flow", "hasura", "reconcile", "register", "sharing")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("hasura")
            .whereLayer("descriptor")
            .mayOnlyBeAccessedByLayers("flow", "hasura", "port", "reconcile", "sharing", "source")
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("api", "flow", "hasura");

    /** By dependency, not by names. What Hasura can do is asked for through {@code port}. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_HASURA = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".hasura..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".hasura..");

    /** The same of shares: so neither kind of port knows the other. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_SHARING = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".sharing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".sharing..");

    /** One kind of port is one package and one bean. */
    @ArchTest
    static void a_technology_gives_the_rest_one_bean(JavaClasses classes) {
        Map.of("hasura", "HasuraTechnology", "sharing", "SharingTechnology")
                .forEach((name, technology) -> assertThat(classes)
                        .filteredOn(type -> type.getPackageName().startsWith(BASE + "." + name))
                        .filteredOn(type -> type.isAssignableTo(io.outputport.provisioner.port.PortTechnology.class))
                        .extracting(JavaClass::getSimpleName)
                        .containsExactly(technology));
    }

    @ArchTest
    static final ArchRule A_COMMAND_IS_PUT_TOGETHER_OF_PARTS_THAT_DO_NOT_KNOW_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy(BASE + ".cli")
            .layer("command")
            .definedBy(BASE + ".cli.command")
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
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("program", "command")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("progress")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("command", "input", "plan", "progress")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("program", "command", "progress")
            .whereLayer("terminal")
            .mayOnlyBeAccessedByLayers("program", "command", "input", "plan", "progress", "report");

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
                    BASE + ".hasura.descriptor..",
                    BASE + ".hasura.plan..",
                    BASE + ".sharing.descriptor..",
                    BASE + ".sharing.plan..",
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
