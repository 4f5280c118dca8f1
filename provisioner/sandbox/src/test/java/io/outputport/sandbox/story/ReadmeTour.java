package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Commands of the README that stand below the name of the test that runs them, and what their reader is told to see.
 *
 * @param commands as they are pasted into a shell
 * @param promised the lines behind them
 */
record ReadmeTour(String commands, List<String> promised) {
    private static final Path REPOSITORY = Sample.FOLDER.resolve("../../..");

    static ReadmeTour of(Class<?> test) throws IOException {
        String readme = Files.readString(REPOSITORY.resolve("README.md"));
        String behind = readme.substring(readme.indexOf("<!-- run: " + test.getSimpleName() + " -->"));
        return new ReadmeTour(
                block(behind, "```sh\n"), block(behind, "```text\n").lines().toList());
    }

    /** What they print in the root of the repository, with ids as the README shortens them. */
    List<String> walk(Map<String, URI> addresses) throws IOException, InterruptedException {
        String moved = commands;
        for (Map.Entry<String, URI> address : addresses.entrySet()) {
            moved = moved.replace(address.getKey(), address.getValue().toString());
        }
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", moved)
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .start();
        String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(shown).isZero();
        return shown.lines().map(line -> line.replaceFirst("urn:.*:", "urn:…:")).toList();
    }

    private static String block(String text, String fence) {
        int begin = text.indexOf(fence) + fence.length();
        return text.substring(begin, text.indexOf("\n```\n", begin));
    }
}
