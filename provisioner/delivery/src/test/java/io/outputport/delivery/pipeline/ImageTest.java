package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What .ci/image cannot see on a machine without buildah: the promises that the Dockerfile and the chart share. */
class ImageTest {
    private final List<String> lines =
            Repository.read("provisioner/Dockerfile").lines().toList();

    @Test
    void they_run_as_the_chart_has_them_run() {
        String values = Repository.read("helm/values.yaml");
        String workloads = Repository.read("helm/templates/_workloads.tpl");

        assertThat(lines).contains("USER 1001:1001", "EXPOSE 5002", "EXPOSE 5003");
        assertThat(workloads).contains("\"port\" 5002", "\"port\" 5003");
        assertThat(values).contains("runAsUser: 1001", "runAsGroup: 1001", "fsGroup: 1001");
    }

    @Test
    void their_check_lets_them_write_where_the_chart_does_and_nowhere_else() {
        String check = Repository.read(".ci/image");
        List<String> writable = Repository.read("helm/templates/deployment.yaml")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("mountPath: /"))
                .map(line -> line.substring("mountPath: /".length()))
                .toList();

        assertThat(Repository.read("helm/values.yaml")).contains("readOnlyRootFilesystem: true");
        assertThat(check).contains("mount -o remount,bind,ro", "for folder in " + String.join(" ", writable) + ";");
    }

    @Test
    void the_image_of_jib_has_the_same_user_port_labels_and_jar() {
        String pom = Repository.read("provisioner/service/pom.xml");

        assertThat(pom)
                .contains("<user>1001:1001</user>", "<port>5002</port>", "<arg>@/app/jvm.options</arg>")
                .contains("<arg>/app/provisioner.jar</arg>");
        lines.stream()
                // The last one's; and what stands before the first belongs to both.
                .filter(line -> !ofTheSharingServer().contains(line))
                .flatMap(line -> java.util.regex.Pattern.compile("(org[.\\w]+)=\"([^$\"]+)\"")
                        .matcher(line)
                        .results())
                .forEach(label -> assertThat(pom)
                        .contains("<" + label.group(1) + ">" + label.group(2) + "</" + label.group(1) + ">"));
    }

    @Test
    void base_images_are_arguments_and_nothing_comes_from_the_network() {
        assertThat(lines).anyMatch(line -> line.startsWith("ARG JDK_IMAGE="));
        assertThat(lines).anyMatch(line -> line.startsWith("ARG BASE_IMAGE="));
        assertThat(lines)
                .noneMatch(line -> line.startsWith("ADD ") || line.contains("curl ") || line.contains("apt-get"));
    }

    @Test
    void the_files_that_they_and_the_chart_name_are_there() {
        String helmTest = Repository.read("helm/templates/tests/readiness.yaml");

        assertThat(helmTest).contains("@/app/health.options");
        for (String name : List.of(
                "foundation/src/main/image/assemble",
                "foundation/src/main/image/jvm.options",
                "foundation/src/main/image/split",
                "foundation/src/main/image/train",
                "service/src/main/image/training",
                "sharing/src/main/image/training")) {
            assertThat(Repository.path("provisioner/" + name)).exists();
        }
    }

    @Test
    void all_that_is_copied_is_let_through_to_the_build() {
        List<String> allowed = Repository.read("provisioner/.dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .filter(name -> name.contains("/") && !name.equals("./"))
                .map(name -> name.replaceAll("/$", ""))
                .toList();

        assertThat(copied).containsExactlyInAnyOrderElementsOf(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "sharing"})
    void the_health_check_names_a_class_of_the_program(String module) {
        String name = Repository.read("provisioner/" + module + "/src/main/image/health.options")
                .lines()
                .filter(line -> line.startsWith("io."))
                .findFirst()
                .orElseThrow();

        assertThat(Repository.path("provisioner/" + module + "/src/main/java/" + name.replace('.', '/') + ".java"))
                .exists();
    }

    private List<String> ofTheSharingServer() {
        int begin = lines.indexOf("FROM base AS sharing");
        return lines.subList(begin, lines.indexOf("FROM base AS provisioner"));
    }
}
