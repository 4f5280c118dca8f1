package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/security.md make a token and a line that the service takes. */
class TokenCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- run: TokenCommandsTest -->\\n```sh\\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void the_token_they_print_is_the_one_whose_hash_they_write() throws Exception {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../../docs/security.md")));
        assertThat(block.find()).isTrue();

        String token = run(block.group(1)).strip();
        run(block.group(1));

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        Map<String, String> settings =
                Map.of("API_TOKENS_FILE", folder.resolve("tokens").toString());
        try (TestingServer server = TestingServer.with(settings)) {
            assertThat(server.get("/tasks", "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/tasks", "Authorization", "Bearer " + token + "x")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private String run(String commands) throws Exception {
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder("bash", "-euc", commands)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(shell.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).isZero();
        return Files.readString(output);
    }
}
