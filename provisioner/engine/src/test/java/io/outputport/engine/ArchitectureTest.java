package io.outputport.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(BASE + "..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage(BASE + ".fidelity..")));

    /** More are no longer seen at one look. */
    @ArchTest
    static void a_package_has_at_most_twelve_types(JavaClasses classes) {
        Map<String, Long> packages = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(packages)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(12));
    }

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
