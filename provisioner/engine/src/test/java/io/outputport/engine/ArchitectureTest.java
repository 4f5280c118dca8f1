package io.outputport.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.outputport.foundation.HouseRules;

/** The engine knows nothing of what it is tried against, or it would share its mistakes. */
@AnalyzeClasses(packages = "io.outputport.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.outputport.engine";

    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

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
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(BASE + "..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage(BASE + ".fidelity..")));
}
