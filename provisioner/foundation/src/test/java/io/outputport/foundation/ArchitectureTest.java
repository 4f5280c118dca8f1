package io.outputport.foundation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the servers stand on knows none of them. */
@AnalyzeClasses(packages = "io.outputport.foundation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.foundation";

    @ArchTest
    static final ArchRule NO_SERVER_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.outputport.provisioner..",
                    "io.outputport.sharing..",
                    "io.outputport.engine..",
                    "io.outputport.sandbox..");

    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WORDS_AND_SETTINGS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".outcome..", BASE + ".settings..", BASE + ".text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "java.sql..", "javax.sql..", "java.net.http..", "java.time.Clock");

    @ArchTest
    static final ArchRule ONLY_TELEMETRY_KNOWS_HOW_SPANS_LEAVE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".telemetry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.opentelemetry.sdk..", "io.opentelemetry.exporter..", "ch.qos.logback..", "net.logstash..");

    @ArchTest
    static final ArchRule EACH_EDGE_HAS_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".store..", BASE + ".transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS_FOR =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Abstract[A-Z]\\w*)$");

    /** How a commit survives is known in one place; a second copy of it was wrong once. */
    @ArchTest
    static final ArchRule ONLY_THE_STORE_OPENS_OUR_OWN_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".store..")
            .should()
            .callMethodWhere(target(owner(type(Jdbi.class))));

    /** More are no longer seen at one look. */
    @ArchTest
    static void a_package_has_at_most_twelve_types(JavaClasses classes) {
        Map<String, Long> packages = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                // What the framework's processors add.
                .filter(type -> !type.getName().contains("$"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(packages)
                .hasSizeGreaterThan(12)
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(12));
    }
}
