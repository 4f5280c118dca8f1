package io.outputport.sharing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.outputport.foundation.HouseRules;
import org.jdbi.v3.core.Jdbi;

/** Calls go down and results come up. */
@AnalyzeClasses(packages = "io.outputport.sharing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.sharing";

    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NO_OTHER_SERVER_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.outputport.provisioner..", "io.outputport.engine..", "io.outputport.sandbox..");

    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_MODEL_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + ".share..", BASE + ".recipient..", BASE + ".token..", BASE + ".audit..", BASE + ".line..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..",
                    "java.time.Clock",
                    "org.jdbi..",
                    "io.delta..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_WRITES_SQL = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".store..", BASE + ".health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..");

    @ArchTest
    static final ArchRule ONLY_THE_FOUNDATION_OPENS_THE_DATABASE =
            noClasses().should().callMethodWhere(target(owner(type(Jdbi.class))));

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_DELTA_KERNEL = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".table.delta..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_ADMIN_API = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + ".admin..");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_PROTOCOL = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + ".protocol..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_KNOWS_THE_API_ONLY_BY_HTTP = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".cli..")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(resideInAPackage(BASE + ".cli.."))));

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NOTHING_AROUND_IT = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".share", BASE + ".recipient", BASE + ".token", BASE + ".audit")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..")
                    .and(not(resideInAnyPackage(
                            BASE + ".share", BASE + ".recipient", BASE + ".token", BASE + ".audit"))));
}
