package io.outputport.foundation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.jdbi.v3.core.Jdbi;

/** What the servers stand on knows none of them. */
@AnalyzeClasses(packages = "io.outputport.foundation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.foundation";

    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

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

    /** How a commit survives is known in one place; a second copy of it was wrong once. */
    @ArchTest
    static final ArchRule ONLY_THE_STORE_OPENS_OUR_OWN_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".store..")
            .should()
            .callMethodWhere(target(owner(type(Jdbi.class))));
}
