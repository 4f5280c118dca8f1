package io.outputport.benchmark.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A valid descriptor of the size that is usual in practice: the sample, with more columns in its contract. */
public record Descriptor(String yaml) {
    static final int USUAL_BYTES = 8_700;

    private static final Path SAMPLE = Path.of("provisioner/sandbox/descriptors/vaccinations-postgres.yaml");
    private static final String FIRST_COLUMN = "            - name: date\n";

    public static Descriptor usual() throws IOException {
        String sample = Files.readString(SAMPLE);
        int contract = sample.lastIndexOf(FIRST_COLUMN);
        StringBuilder columns = new StringBuilder();
        for (int number = 1; bytes(sample) + bytes(columns) < USUAL_BYTES; number++) {
            columns.append("            - name: doses_of_vaccine_")
                    .append(number)
                    .append('\n');
            columns.append("              dataType: NUMBER\n");
        }
        return new Descriptor(sample.substring(0, contract) + columns + sample.substring(contract));
    }

    public byte[] asText() {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] asRequest() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("removeData", false)
                .put("descriptor", yaml)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
