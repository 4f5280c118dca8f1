package io.outputport.sandbox;

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

/** The parts of the sandbox, each in its package, and no circle between them. */
@AnalyzeClasses(packages = "io.outputport.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NOTHING_GOES_IN_CIRCLES =
            slices().matching("io.outputport.sandbox.(**)").should().beFreeOfCycles();

    /** More are no longer seen at one look. */
    @ArchTest
    static void a_package_has_at_most_twelve_types(JavaClasses classes) {
        Map<String, Long> packages = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(packages)
                .hasSizeGreaterThan(6)
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(12));
    }
}
