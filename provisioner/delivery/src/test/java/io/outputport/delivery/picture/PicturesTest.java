package io.outputport.delivery.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each picture carries the hash of the source it was drawn from. {@code -Dwrite=true} draws it again; pictures
 * themselves are not compared, since they depend on the fonts of the machine.
 */
class PicturesTest {
    private static final String FOLDER = "hld/diagrams";

    static Stream<Path> sources() {
        return Repository.filesIn(FOLDER).stream()
                .filter(file -> file.toString().endsWith(".puml"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void every_picture_is_drawn_from_its_source_as_it_is_today(Path source) throws IOException {
        String text = Repository.read(source);
        String picture = FOLDER + "/" + source.getFileName().toString().replace(".puml", ".svg");
        String mark = "<!-- drawn from " + hash(text) + " -->\n";
        if (Repository.writes()) {
            Repository.write(picture, draw(text) + "\n" + mark);
        }

        assertThat(Repository.read(picture)).startsWith("<").endsWith(mark);
    }

    @Test
    void every_picture_is_in_the_design_and_has_a_source() {
        String design = Repository.read("hld/HLD.md");

        assertThat(Repository.filesIn(FOLDER)).hasSizeGreaterThanOrEqualTo(14).allSatisfy(file -> {
            String picture = file.getFileName().toString().replace(".puml", ".svg");
            assertThat(design).contains("(diagrams/" + picture + ")");
            assertThat(Repository.path(FOLDER).resolve(picture.replace(".svg", ".puml")))
                    .exists();
        });
    }

    private static String draw(String text) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        String description = new SourceStringReader(text)
                .outputImage(picture, new FileFormatOption(FileFormat.SVG))
                .getDescription();
        assertThat(description).doesNotContainIgnoringCase("error");
        return picture.toString(StandardCharsets.UTF_8).strip();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
