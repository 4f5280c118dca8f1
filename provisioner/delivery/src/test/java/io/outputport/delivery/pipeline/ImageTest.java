package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What .ci/image cannot see on a machine without buildah: the promises that the Dockerfile and the chart share. */
class ImageTest {
    private final List<String> lines =
            Repository.read("provisioner/service/Dockerfile").lines().toList();

    @Test
    void it_runs_as_the_chart_has_it_run() {
        String values = Repository.read("helm/values.yaml");

        assertThat(lines).contains("USER 1001:1001", "EXPOSE 5002");
        assertThat(values).contains("runAsUser: 1001", "runAsGroup: 1001", "fsGroup: 1001");
    }

    @Test
    void its_check_lets_it_write_where_the_chart_does_and_nowhere_else() {
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
    void the_files_that_it_and_the_chart_name_are_there() {
        String helmTest = Repository.read("helm/templates/tests/readiness.yaml");

        assertThat(helmTest).contains("@/app/health.options");
        for (String name : Arrays.asList("jvm.options", "health.options", "split", "train")) {
            assertThat(Repository.path("provisioner/service/src/main/image/" + name))
                    .exists();
        }
    }

    @Test
    void the_health_check_names_a_class_of_the_service() {
        String name = Repository.read("provisioner/service/src/main/image/health.options")
                .lines()
                .filter(line -> line.startsWith("io."))
                .findFirst()
                .orElseThrow();

        assertThat(Repository.path("provisioner/service/src/main/java/" + name.replace('.', '/') + ".java"))
                .exists();
    }
}
