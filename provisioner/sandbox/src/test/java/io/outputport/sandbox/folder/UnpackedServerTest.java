package io.outputport.sandbox.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the sandbox unpacks once and runs each time. */
class UnpackedServerTest {
    @TempDir
    Path machine;

    private Path base;
    private Path program;
    private UnpackedServer server;
    private final AtomicInteger unpacked = new AtomicInteger();

    @BeforeEach
    void place() {
        base = machine.resolve("outputport-sandbox-user");
        program = base.resolve("binaries").resolve("bin").resolve("postgres");
        server = new UnpackedServer(base.resolve("binaries"));
    }

    @Test
    void nobody_else_can_look_into_the_folder() throws IOException {
        Files.createDirectory(base, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        server.start(this::unpackAndRun);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_is_as_it_was_unpacked_is_run_again() throws IOException {
        server.start(this::unpackAndRun);

        assertThat(server.start(this::unpackAndRun)).isEqualTo("the server");
        assertThat(unpacked).hasValue(1);
    }

    @Test
    void what_somebody_changed_or_added_is_not_run() throws IOException {
        server.start(this::unpackAndRun);
        Files.writeString(program, "another program");
        assertThat(server.start(this::unpackAndRun)).isEqualTo("the server");

        Files.writeString(program.resolveSibling("libpq.so"), "another library");
        assertThat(server.start(this::unpackAndRun)).isEqualTo("the server");

        assertThat(unpacked).hasValue(3);
        assertThat(program.resolveSibling("libpq.so")).doesNotExist();
    }

    @Test
    void what_was_there_before_anybody_sealed_it_is_not_run() throws IOException {
        Files.createDirectories(program.getParent());
        Files.writeString(program, "a program of somebody else");

        assertThat(server.start(this::unpackAndRun)).isEqualTo("the server");
    }

    @Test
    void what_a_full_disk_left_half_done_is_unpacked_anew() throws IOException {
        assertThatThrownBy(() -> server.start(folder -> {
                    Files.createDirectories(program.getParent());
                    Files.writeString(program, "the ser");
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertThat(server.start(this::unpackAndRun)).isEqualTo("the server");
    }

    @Test
    void a_link_in_the_place_of_the_folder_is_refused() throws IOException {
        Path elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
        Files.createSymbolicLink(base, elsewhere);

        assertThatThrownBy(() -> server.start(this::unpackAndRun))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The sandbox cannot use " + base + ": it is no folder of this user");
        assertThatThrownBy(() -> RunFolder.open(base)).hasMessageStartingWith("The sandbox cannot use " + base);
    }

    /** As the library does it: unpacks what is missing, believes what is there. */
    private String unpackAndRun(Path folder) throws IOException {
        if (!Files.exists(program)) {
            unpacked.incrementAndGet();
            Files.createDirectories(program.getParent());
            Files.writeString(program, "the server");
        }
        return Files.readString(program);
    }
}
