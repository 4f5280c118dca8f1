package io.outputport.sharing.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sharing.storage.StoragePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing outside of a root is read, whatever stands in it. */
class RootFolderTest {
    @TempDir
    Path machine;

    private Path inside;
    private RootFolder root;

    @BeforeEach
    void aRootBesideASecret() throws IOException {
        inside = Files.createDirectories(machine.resolve("lake"));
        Files.writeString(machine.resolve("secret"), "not for readers");
        Files.createDirectories(machine.resolve("elsewhere/orders"));
        Files.writeString(machine.resolve("elsewhere/orders/secret"), "not for readers");
        Files.createDirectories(inside.resolve("sales/orders"));
        Files.writeString(inside.resolve("sales/orders/a"), "first");
        Files.writeString(inside.resolve("sales/orders/b"), "second");
        root = new RootFolder(inside);
    }

    @Test
    void a_file_is_read() throws IOException {
        assertThat(root.isWalkable()).isTrue();
        assertThat(content("sales/orders/a")).isEqualTo("first");
        assertThat(root.attributes(new StoragePath("sales/orders/b")).size()).isEqualTo(6);
    }

    @Test
    void the_root_may_be_a_link_since_the_operator_named_it() throws IOException {
        root = new RootFolder(Files.createSymbolicLink(machine.resolve("data"), inside));

        assertThat(content("sales/orders/a")).isEqualTo("first");
    }

    @Test
    void a_folder_is_listed_in_order_from_a_name_on_without_folders_and_links() throws IOException {
        Files.createDirectory(inside.resolve("sales/orders/c"));
        Files.createSymbolicLink(inside.resolve("sales/orders/d"), inside.resolve("sales/orders/a"));
        Files.writeString(inside.resolve("sales/orders/B"), "third");

        assertThat(root.files(new StoragePath("sales/orders"), "")).containsOnlyKeys("B", "a", "b");
        assertThat(root.files(new StoragePath("sales/orders"), "a").keySet()).containsExactly("a", "b");
    }

    @Test
    void a_link_to_a_file_is_no_file_wherever_it_leads() throws IOException {
        Files.createSymbolicLink(inside.resolve("sales/orders/out"), machine.resolve("secret"));
        Files.createSymbolicLink(inside.resolve("sales/orders/in"), inside.resolve("sales/orders/a"));

        assertThatNothingIsAt("sales/orders/out");
        assertThatNothingIsAt("sales/orders/in");
    }

    @Test
    void a_link_to_a_folder_is_no_folder() throws IOException {
        Files.createSymbolicLink(inside.resolve("out"), machine.resolve("elsewhere"));

        assertThatNothingIsAt("out/orders/secret");
        assertThatThrownBy(() -> root.files(new StoragePath("out/orders"), "")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_is_no_regular_file_is_not_opened() throws IOException, InterruptedException {
        Process pipe = new ProcessBuilder("mkfifo", inside.resolve("pipe").toString()).start();
        assertThat(pipe.waitFor()).isZero();

        assertThatNothingIsAt("pipe");
        assertThatNothingIsAt("sales/orders");
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        assertThatNothingIsAt("sales/orders/c");
        assertThatNothingIsAt("sales/customers/a");
        assertThatNothingIsAt("sales/orders/a/b");
    }

    private void assertThatNothingIsAt(String path) {
        StoragePath file = new StoragePath(path);
        assertThatThrownBy(() -> root.open(file)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> root.attributes(file)).isInstanceOf(NoSuchFileException.class);
    }

    private String content(String path) throws IOException {
        try (FileChannel channel = root.open(new StoragePath(path))) {
            ByteBuffer bytes = ByteBuffer.allocate(100);
            channel.read(bytes);
            return new String(bytes.array(), 0, bytes.position(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
