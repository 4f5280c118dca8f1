package io.outputport.sharing.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.cache.KeptTables;
import io.outputport.sharing.table.delta.DeltaTables;
import io.outputport.sharing.table.delta.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider looks at a table before it is shared. */
class InspectionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private Path lake;
    private Inspections inspections;

    @BeforeEach
    void aLake() throws IOException {
        lake = Files.createDirectories(machine.resolve("lake"));
        Settings settings = Settings.of(Map.of("SHARING_STORAGE_LAKE", lake.toString()));
        LocalRoots roots = new LocalRoots(settings, new SigningKey(new byte[32]));
        inspections = new Inspections(roots, new KeptTables(new DeltaTables(roots), settings, Clock.systemUTC()));
    }

    @Test
    void a_table_that_can_be_shared_has_no_problem() {
        SampleTable.partitioned(lake.resolve("orders"), "day").orders(DAY, "ada", "bob");

        Inspection inspection = inspected("orders");

        assertThat(inspection.problems()).isEmpty();
        Inspection.Found found = inspection.found().orElseThrow();
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.partitions()).containsExactly("day");
        assertThat(found.tally().orElseThrow().files()).isEqualTo(1);
        assertThat(found.columns())
                .contains(new InspectedColumn("customer", "string", true, Optional.empty()))
                .extracting(InspectedColumn::type)
                .containsExactly("long", "string", "date");
    }

    @Test
    void what_keeps_recipients_out_is_told_beside_what_was_found() {
        SampleTable.at(lake.resolve("orders"))
                .orders(DAY, "ada")
                .commit("{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,"
                        + "\"readerFeatures\":[\"geospatial\"],\"writerFeatures\":[\"geospatial\"]}}")
                .commit("{\"add\":{\"path\":\"s3://elsewhere/part\",\"partitionValues\":{},\"size\":1,"
                        + "\"modificationTime\":1,\"dataChange\":true}}");

        Inspection inspection = inspected("orders");

        assertThat(inspection.problems())
                .extracting(Problem::message)
                .satisfiesExactly(
                        feature -> assertThat(feature).contains("uses geospatial"),
                        clone -> assertThat(clone).contains("as a shallow clone does"));
        assertThat(inspection.found().orElseThrow().features()).contains("geospatial");
        assertThat(inspection.found().orElseThrow().tally()).isEmpty();
    }

    @Test
    void a_place_without_a_table_is_told_as_a_problem_and_a_wrong_place_refused() {
        assertThat(inspected("orders").found()).isEmpty();
        assertThat(inspected("orders").problems())
                .extracting(Problem::message)
                .containsExactly("The table is not there.");

        assertThat(refused(new TableLocation("attic", "orders"))).contains("no storage \"attic\"", "There are lake.");
        assertThat(refused(new TableLocation("lake", "/orders"))).contains("begins with a slash");
    }

    private Inspection inspected(String path) {
        Outcome<Inspection> outcome = inspections.inspect(new TableLocation("lake", path));
        assertThat(outcome.isDone()).as("%s", outcome).isTrue();
        return ((Outcome.Done<Inspection>) outcome).value();
    }

    private String refused(TableLocation location) {
        return inspections
                .inspect(location)
                .match(
                        done -> "done",
                        (after, problem) -> "later",
                        problems -> problems.get(0).sentence());
    }
}
