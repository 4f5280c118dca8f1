package io.outputport.sharing.table.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.source.TableVersion;
import io.outputport.sharing.table.source.TableVersion.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it stands with a version that was opened a while ago. */
class StandingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path lake;

    private DeltaTables tables;
    private SampleTable orders;

    @BeforeEach
    void aTable() {
        tables = new DeltaTables(new LocalRoots(
                Settings.of(Map.of("SHARING_STORAGE_LAKE", lake.toString())), new SigningKey(new byte[32])));
        orders = SampleTable.at(lake.resolve("orders")).orders(DAY, "ada");
    }

    private TableVersion opened() {
        return ((Outcome.Done<TableVersion>) tables.newest(new TableLocation("lake", "orders"))).value();
    }

    @Test
    void a_version_without_a_later_one_is_the_newest() {
        assertThat(opened().standing()).isEqualTo(Standing.NEWEST);
    }

    @Test
    void a_version_that_a_checkpoint_holds_is_the_newest_as_well() {
        orders.checkpoint();
        TableVersion version = opened();

        assertThat(version.standing()).isEqualTo(Standing.NEWEST);

        orders.orders(DAY, "bob");
        assertThat(version.standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(opened().standing()).isEqualTo(Standing.NEWEST);
    }

    @Test
    void a_checkpoint_that_comes_later_changes_nothing() {
        TableVersion version = opened();

        orders.checkpoint();

        assertThat(version.standing()).isEqualTo(Standing.NEWEST);
    }

    @Test
    void a_table_that_was_made_anew_is_another() throws IOException {
        orders.checkpoint();
        TableVersion version = opened();

        Path commit = orders.log().resolve("%020d.json".formatted(1));
        Files.setLastModifiedTime(commit, FileTime.fromMillis(1));

        assertThat(version.standing()).isEqualTo(Standing.REPLACED);
    }
}
