package io.outputport.provisioner.hasura.wave;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several ports in one write come out as if they had been written one after the other. */
class WaveTest {
    private static final WantedPortBuilder FIRST = aPort().named("first").over("health", "shots");
    private static final WantedPortBuilder SECOND = aPort().named("second").over("health", "cases");

    @Test
    void two_ports_share_the_source_that_the_first_of_them_needs() {
        Wave wave = wave(Export.of(), wanted(FIRST), wanted(SECOND));

        assertThat(wave.refused()).isEmpty();
        assertThat(kinds(wave.edits())).containsExactly("AddSource", "PutTable", "PutTable");
    }

    @Test
    void of_two_that_want_one_name_the_earlier_gets_it() {
        MetadataChange same = wanted(aPort().named("first").over("health", "cases"), "urn:other");

        MetadataChange earlier = wanted(FIRST);

        Wave wave = wave(Export.of(), earlier, same);

        assertThat(wave.parts()).extracting(Wave.Part::change).containsExactly(earlier);
        assertThat(wave.refused()).extracting(Wave.RefusedChange::change).containsExactly(same);
        assertThat(wave.refused().get(0).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("The names healthcare_vaccinations_0_first_table, "));
    }

    @Test
    void two_ports_on_one_view_get_a_source_each() {
        Wave wave =
                wave(Export.of(), wanted(FIRST), wanted(aPort().named("second").over("health", "shots")));

        assertThat(wave.refused()).isEmpty();
        assertThat(wave.before().after(wave.edits()).sources())
                .hasSize(2)
                .extracting(source -> source.tables().size())
                .containsOnly(1);
    }

    @Test
    void a_name_that_one_port_leaves_is_free_for_the_next() {
        Export before = Export.of().with(FIRST.build());
        MetadataChange heir = wanted(aPort().named("first").over("health", "cases"), "urn:other");

        Wave wave = wave(before, gone(FIRST), heir);

        assertThat(wave.refused()).isEmpty();
        assertThat(tables(before, wave)).containsExactly("cases");
    }

    @Test
    void a_source_that_is_left_and_needed_in_one_wave_stays() {
        Export before = Export.of().with(FIRST.build());

        Wave wave = wave(before, gone(FIRST), wanted(SECOND));

        assertThat(kinds(wave.edits())).doesNotContain("AddSource", "RemoveSource");
        assertThat(tables(before, wave)).containsExactly("cases");
    }

    @Test
    void the_last_port_of_a_source_takes_it_along_whoever_that_is() {
        Export before = Export.of().with(FIRST.build()).with(SECOND.build());

        Wave wave = wave(before, gone(FIRST), gone(SECOND));

        assertThat(kinds(wave.edits())).containsExactly("RemoveTable", "RemoveTable", "RemoveSource");
        assertThat(before.actual().after(wave.edits()).sources()).isEmpty();
    }

    @Test
    void a_culprit_is_put_back_and_the_others_of_its_new_source_stay() {
        Wave wave = wave(Export.of(), wanted(FIRST), wanted(SECOND));
        var written = wave.before().after(wave.edits());

        List<MetadataEdit> back = PutBack.of(wave.parts().get(0).previous(), written);

        assertThat(kinds(back)).containsExactly("RemoveTable");
        assertThat(names(written.after(back).sources().get(0))).containsExactly("cases");
    }

    @Test
    void culprits_that_were_alone_in_a_new_source_take_it_along() {
        Wave wave = wave(Export.of(), wanted(FIRST), wanted(SECOND));
        var written = wave.before().after(wave.edits());
        List<MetadataEdit> previous =
                wave.parts().stream().flatMap(part -> part.previous().stream()).toList();

        assertThat(written.after(PutBack.of(previous, written)).sources()).isEmpty();
    }

    @Test
    void a_culprit_that_moved_gets_its_old_place_back_even_if_that_source_went() {
        Export before = Export.of().with(FIRST.build());
        Wave wave = wave(before, wanted(aPort().named("first").over("archive", "shots")));
        var written = before.actual().after(wave.edits());

        var back = written.after(PutBack.of(wave.parts().get(0).previous(), written));

        assertThat(back.sources())
                .extracting(ActualSource::name)
                .containsExactlyElementsOf(before.actual().sources().stream()
                        .map(ActualSource::name)
                        .toList());
    }

    @Test
    void what_is_back_already_is_not_written_again() {
        Wave wave = wave(Export.of(), wanted(FIRST));

        assertThat(PutBack.of(wave.parts().get(0).previous(), Export.of().actual()))
                .isEmpty();
    }

    private static Wave wave(Export before, MetadataChange... changes) {
        return Wave.of(List.of(changes), before.actual());
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }

    /** The same names, asked for by another component under another role. */
    private static MetadataChange wanted(WantedPortBuilder port, String component) {
        WantedPort wanted = port.build();
        var identity = new io.outputport.provisioner.hasura.plan.wanted.PortIdentity(
                component,
                Optional.of("other_role"),
                wanted.identity().prefixes(),
                wanted.identity().sources());
        return new MetadataChange(identity, "other_role", Optional.of(wanted));
    }

    private static MetadataChange gone(WantedPortBuilder port) {
        return new MetadataChange(port.identity(), port.role(), Optional.empty());
    }

    private static List<String> kinds(List<MetadataEdit> edits) {
        return edits.stream().map(edit -> edit.getClass().getSimpleName()).toList();
    }

    private static List<String> tables(Export before, Wave wave) {
        return before.actual().after(wave.edits()).sources().stream()
                .flatMap(source -> names(source).stream())
                .toList();
    }

    private static List<String> names(ActualSource source) {
        return source.tables().stream()
                .map(table -> table.name().path("name").asText())
                .toList();
    }
}
