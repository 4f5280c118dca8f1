package io.outputport.sharing.tck.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A profile file of version 1: where the server is, and by which token a recipient gets in. */
public record Profile(URI endpoint, String token) {
    /** @throws IOException if it is no such file */
    public static Profile read(Path file) throws IOException {
        JsonNode profile = new ObjectMapper().readTree(Files.readString(file));
        String endpoint = profile.path("endpoint").asText().replaceAll("/+$", "");
        String token = profile.path("bearerToken").asText();
        if (!endpoint.startsWith("http") || token.isEmpty()) {
            throw new IOException(file + " is no profile of version 1 with endpoint and bearerToken");
        }
        return new Profile(URI.create(endpoint), token);
    }

    @Override
    public String toString() {
        return "profile for " + endpoint;
    }
}
