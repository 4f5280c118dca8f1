package io.outputport.sandbox.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own failures of a file system are little more than a path. */
class FolderTroubleTest {
    private static final String OTHER =
            "; name another folder for temporary files with java -Djava.io.tmpdir=FOLDER -jar ….";

    @TempDir
    Path folder;

    @Test
    void a_file_in_the_place_of_the_folder_is_said_to_be_in_the_way() throws IOException {
        Path file = Files.createFile(folder.resolve("base"));

        assertThatThrownBy(() -> RunFolder.open(file))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failed -> assertThat(FolderTrouble.words(failed))
                                .isEqualTo(file + " is not a folder that files can be kept in" + OTHER));
    }

    @Test
    void a_folder_that_is_closed_or_full_is_named_with_the_way_out() {
        assertThat(FolderTrouble.words(new AccessDeniedException("/tmp/box")))
                .isEqualTo("/tmp/box cannot be written" + OTHER);
        assertThat(FolderTrouble.words(new FileSystemException("/tmp/box", null, "No space left on device")))
                .isEqualTo("/tmp/box cannot be written (No space left on device)" + OTHER);
    }

    @Test
    void another_failure_keeps_its_words() {
        assertThat(FolderTrouble.words(new IOException("port 5433 is taken"))).isEqualTo("port 5433 is taken");
    }

    @Test
    void a_folder_whose_programs_may_be_run_is_left_as_it_was() throws IOException {
        assertThatCode(() -> FolderTrouble.refuseWithoutPrograms(folder)).doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }
}
