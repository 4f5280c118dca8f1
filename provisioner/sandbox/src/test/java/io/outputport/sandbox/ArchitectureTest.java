package io.outputport.sandbox;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.outputport.foundation.HouseRules;

/** The parts of the sandbox, each in its package, and no circle between them. */
@AnalyzeClasses(packages = "io.outputport.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests OF_THE_HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching("io.outputport.sandbox.(**)").should().beFreeOfCycles();
}
