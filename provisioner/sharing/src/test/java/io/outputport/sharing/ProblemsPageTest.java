package io.outputport.sharing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.edge.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators find every code of this server on the page of problems, and no other. */
class ProblemsPageTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Pattern CODE = Pattern.compile("new ProblemCode\\(\\s*\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z_-]+)` \\|");

    @Test
    void every_code_has_its_row_and_every_row_its_code() throws IOException {
        Set<String> codes = new TreeSet<>();
        Stream.of(ErrorCode.values()).map(ErrorCode::name).forEach(codes::add);
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                codes.addAll(found(CODE, Files.readString(file)));
            }
        }
        String page = Files.readString(MODULE.resolve("../../docs/problems.md"));
        String section = page.substring(page.indexOf("## The sharing server"));

        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(found(ROW, section.substring(0, section.indexOf("\n## ")))).isEqualTo(codes);
    }

    private static Set<String> found(Pattern pattern, String text) {
        List<MatchResult> matches = pattern.matcher(text).results().toList();
        return matches.stream().map(match -> match.group(1)).collect(toCollection(TreeSet::new));
    }
}
