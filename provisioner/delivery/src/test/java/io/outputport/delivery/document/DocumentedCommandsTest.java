package io.outputport.delivery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outputport.delivery.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page tells its reader to type is typed here, or the page says what it would take. */
class DocumentedCommandsTest {
    private static final String JAR = "provisioner/service/target/provisioner.jar";

    @TempDir
    Path folder;

    static Stream<ShellBlock> blocks() {
        return DocumentsTest.pages().flatMap(page -> ShellBlock.of(page).stream());
    }

    static Stream<ShellBlock> ownBlocks() {
        return blocks().filter(block -> block.test().equals(DocumentedCommandsTest.class.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void every_block_names_the_test_that_runs_it_or_what_it_needs(ShellBlock block) {
        if (!block.saysWhatItNeeds()) {
            assertThat(block.test())
                    .as("the mark above the block: \"%s\"", block.mark())
                    .isNotEmpty();
            assertThat(DocumentsTest.sourceOf(block.test())).hasSize(1);
        }
    }

    @Test
    void blocks_are_found_and_a_bare_one_is_not_let_pass() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.md"), "<!-- needs: a cluster -->\n```sh\none\n```\n\n  ```sh\n  two\n  ```\n");

        List<ShellBlock> found = ShellBlock.of(page);

        assertThat(blocks()).hasSizeGreaterThan(20);
        assertThat(ownBlocks()).isNotEmpty();
        assertThat(found).extracting(ShellBlock::commands).containsExactly("one\n", "  two\n");
        assertThat(found).extracting(ShellBlock::saysWhatItNeeds).containsExactly(true, false);
        assertThat(found.get(1).test()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ownBlocks")
    void a_block_of_ours_ends_as_its_reader_is_told(ShellBlock block) throws Exception {
        assumeTrue(
                !block.commands().contains(JAR) || Files.exists(Repository.path(JAR)),
                "the jar has to be built first: mvn -q -DskipTests package");
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder("bash", "-euc", block.commands())
                .directory(Repository.path(".").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        boolean ended = shell.waitFor(3, TimeUnit.MINUTES);
        shell.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output)).isEqualTo(block.exit());
    }
}
