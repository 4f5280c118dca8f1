package io.outputport.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.fidelity.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list in the documentation promises as many cases as there are. */
class StatementsTest {
    private static final Pattern PROVEN_BY_CASE =
            Pattern.compile("^\\| ([\\d.]+-\\d+) [SIDM] \\| .* \\| \\|$", Pattern.MULTILINE);

    @Test
    void every_statement_that_is_said_to_have_a_case_has_one_and_the_reverse() throws IOException {
        String list =
                Files.readString(Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "hasura-fidelity.md"));
        Set<String> promised = PROVEN_BY_CASE
                .matcher(list)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());

        Set<String> shown =
                CaseFiles.all().stream().flatMap(one -> one.shows().stream()).collect(Collectors.toSet());

        assertThat(shown).isEqualTo(promised);
    }
}
