package io.outputport.provisioner.descriptor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tags hide a column, and which only look as if they should. */
class HiddenTagsTest {
    private static final HiddenTags HIDDEN = HiddenTags.of(List.of("PII", " secret ", "Health.Diagnosis"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PII",
                "pii",
                " Pii ",
                "SECRET",
                "PII.Sensitive",
                "pii . sensitive",
                "\"PII\".\"Sensitive\"",
                "health.diagnosis.Cancer"
            })
    void a_tag_covers_its_own_name_in_any_form_and_all_below_it(String tag) {
        assertThat(HIDDEN.cover(tag)).isTrue();
        assertThat(HIDDEN.resemble(tag)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PII_Sensitive",
                "PIISensitive",
                "Customer.PII",
                "secrets",
                "Sceret",
                "Health",
                "Health-Diagnosis"
            })
    void a_tag_that_holds_misspells_or_stands_above_a_hidden_one_resembles_it(String tag) {
        assertThat(HIDDEN.cover(tag)).isFalse();
        assertThat(HIDDEN.resemble(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tier.One", "public", "Healthy", "PI", ""})
    void other_tags_do_neither(String tag) {
        assertThat(HIDDEN.cover(tag)).isFalse();
        assertThat(HIDDEN.resemble(tag)).isFalse();
    }

    @Test
    void a_star_means_all_below_as_well() {
        assertThat(HiddenTags.of(List.of("PII.*")).cover("pii.name")).isTrue();
        assertThat(HiddenTags.of(List.of(" ", "*")).isEmpty()).isTrue();
    }
}
