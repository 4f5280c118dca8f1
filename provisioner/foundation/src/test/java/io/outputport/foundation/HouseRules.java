package io.outputport.foundation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What holds in every module; each takes it into its own {@code ArchitectureTest}. */
public final class HouseRules {
    private static final long MOST_TYPES = 12;

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS_FOR =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Abstract[A-Z]\\w*)$");

    private HouseRules() {}

    @ArchTest
    static void every_package_is_null_marked(JavaClasses classes) {
        assertThat(written(classes).map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    /** More are no longer seen at one look. */
    @ArchTest
    static void a_package_has_at_most_twelve_types(JavaClasses classes) {
        Map<String, Long> sizes = written(classes)
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes).isNotEmpty();
        sizes.values().removeIf(types -> types <= MOST_TYPES);
        assertThat(sizes)
                .as("packages of more than " + MOST_TYPES
                        + " types: what belongs together in one goes into a package of its own")
                .isEmpty();
    }

    /** Also of types inside others: who searches for a name finds what is meant. */
    @ArchTest
    static void a_name_means_one_thing(JavaClasses classes) {
        Map<String, List<JavaClass>> names = written(classes)
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .collect(groupingBy(JavaClass::getSimpleName));

        assertThat(names).isNotEmpty();
        assertThat(names.values()).filteredOn(types -> types.size() > 1).isEmpty();
    }

    /** Without what the framework's processors add: of their names a dollar is a part. */
    private static Stream<JavaClass> written(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getName().contains(".$"))
                .filter(type -> !type.getName().endsWith("$Intercepted"));
    }
}
