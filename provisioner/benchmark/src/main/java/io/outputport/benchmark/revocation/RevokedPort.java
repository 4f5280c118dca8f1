package io.outputport.benchmark.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A port of its own for each revocation: the sample's, under another name. */
record RevokedPort(String name) {
    private static final Path REQUESTS = Path.of("provisioner/sandbox/descriptors/requests");

    /** The body of its provision. */
    String provision() throws IOException {
        return read("vaccinations-postgres.json")
                .replace("    name: Vaccinations\\n", "    name: " + name + "\\n")
                .replace("healthcare_vaccinations_0_", prefix());
    }

    /** The body of an updateacl that names Alice alone. */
    String grant() throws IOException {
        return read("vaccinations-postgres.acl-alice.json");
    }

    /** The body of an updateacl that names nobody. */
    String revocation() throws IOException {
        return read("vaccinations-postgres.acl-nobody.json");
    }

    /** What Hasura asks the role mapper when Alice queries the port. */
    String question() {
        return "{\"headers\":{\"Authorization\":\"Bearer alice\"},\"request\":{\"query\":\"{ %shasuraoutputport_vaccinations_select { date } }\"}}"
                .formatted(prefix());
    }

    private String prefix() {
        return "healthcare_" + name + "_0_";
    }

    private String read(String file) throws IOException {
        return Files.readString(REQUESTS.resolve(file))
                .replace("healthcare:vaccinations:0", "healthcare:" + name + ":0");
    }
}
