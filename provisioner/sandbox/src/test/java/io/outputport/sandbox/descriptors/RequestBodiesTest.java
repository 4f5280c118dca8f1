package io.outputport.sandbox.descriptors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ready-made request bodies, which a tour with nothing but curl needs, say the same as the descriptors. After a
 * change of a descriptor {@code mvn -pl provisioner/sandbox -am test -Dtest=RequestBodiesTest -Drequests=write} writes
 * them anew.
 */
class RequestBodiesTest {
    private static final Path FOLDER = Sample.FOLDER.resolve("requests");

    @ParameterizedTest
    @MethodSource("samples")
    void request_bodies_are_those_of(String file) throws IOException {
        for (Map.Entry<String, ObjectNode> body : bodies(file).entrySet()) {
            Path path = FOLDER.resolve(body.getKey());
            String expected =
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(body.getValue()) + "\n";
            if ("write".equals(System.getProperty("requests"))) {
                Files.writeString(path, expected);
            }

            assertThat(path).content().isEqualTo(expected);
        }
    }

    private static Map<String, ObjectNode> bodies(String file) {
        Sample sample = Sample.of(file);
        String name = file.replace(".yaml", "");
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        bodies.put(name + ".json", sample.request());
        if (file.startsWith("vaccinations") || file.startsWith("orders-delta")) {
            bodies.put(name + ".acl-alice.json", sample.aclRequest("user:alice"));
            bodies.put(name + ".acl-nobody.json", sample.aclRequest());
        }
        return bodies;
    }

    private static Iterable<String> samples() {
        return Sample.names("");
    }
}
