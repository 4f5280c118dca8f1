package io.outputport.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The engine knows nothing of what it is tried against, or it would share its mistakes. */
@AnalyzeClasses(packages = "io.outputport.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.engine";

    @ArchTest
    static final ArchRule IT_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.outputport.provisioner..", "io.outputport.sandbox..", "io.outputport.benchmark..");

    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CASES_ARE_ASKED_OVER_HTTP_ONLY = noClasses()
            .that()
            .resideInAPackage(BASE + ".fidelity..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(BASE + "..")
                    .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                            BASE + ".fidelity..")));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS_FOR =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Abstract[A-Z]\\w*)$");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class);
}
