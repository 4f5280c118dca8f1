package io.outputport.benchmark.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void the_last_is_closed_first() throws IOException {
        parts.add(() -> closed.add("database"));
        parts.add(() -> closed.add("service"));

        parts.close();

        assertThat(closed).containsExactly("service", "database");
    }

    @Test
    void one_that_does_not_close_keeps_no_other_from_it() {
        parts.add(() -> closed.add("database"));
        parts.add(() -> fail("mapper"));
        parts.add(() -> closed.add("engine"));
        parts.add(() -> fail("relay"));

        assertThatThrownBy(parts::close)
                .isInstanceOf(IOException.class)
                .hasMessage("relay stays open")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("mapper stays open")));
        assertThat(closed).containsExactly("engine", "database");
    }

    @Test
    void a_start_that_broke_off_is_told_with_its_own_reason() {
        IOException reason = new IOException("no disk");
        parts.add(() -> closed.add("database"));
        parts.add(() -> fail("engine"));

        parts.closeAfter(reason);

        assertThat(reason.getSuppressed()).extracting(Throwable::getMessage).containsExactly("engine stays open");
        assertThat(closed).containsExactly("database");
    }

    private static void fail(String part) throws IOException {
        throw new IOException(part + " stays open");
    }
}
