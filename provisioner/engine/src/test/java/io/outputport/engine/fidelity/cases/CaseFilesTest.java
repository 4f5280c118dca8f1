package io.outputport.engine.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that would prove nothing is refused when the files are read, which ends the build. */
class CaseFilesTest {
    @Test
    void a_case_with_a_source_is_read() throws JsonProcessingException {
        assertThat(CaseFiles.read("x", yaml("{cases: [{name: n, shows: [1-1], mark: S, source: s, get: /healthz}]}")))
                .singleElement()
                .extracting(Case::source)
                .isEqualTo("s");
    }

    @Test
    void a_case_without_a_source_has_that_of_its_file() throws JsonProcessingException {
        assertThat(CaseFiles.read("x", yaml("{source: f, cases: [{name: n, shows: [1-1], mark: S, get: /healthz}]}")))
                .singleElement()
                .extracting(Case::source)
                .isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{cases: [{name: n, shows: [1-1], mark: S, get: /healthz}]}",
                "{source: ' ', cases: [{name: n, shows: [1-1], mark: S, get: /healthz}]}",
                "{source: f, case: []}",
                "{source: f, cases: [{name: n, shows: [1-1], mark: S, get: /healthz, anser: OK}]}",
                "{source: f, cases: [{name: n, shows: [1-1], mark: S, stepps: [], steps: [{get: /healthz}]}]}",
                "{source: f, cases: [{name: n, shows: [1-1], mark: S, steps: [{get: /healthz, anser: OK}]}]}",
                "{source: f, cases: [{name: n, shows: [1-1], mark: S, since: '2.29', get: /healthz}]}"
            })
    void what_would_prove_nothing_is_refused(String file) throws JsonProcessingException {
        JsonNode cases = yaml(file);

        assertThatThrownBy(() -> CaseFiles.read("x", cases)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "v2.29, ,      v2.28.4, false",
        "v2.29, ,      v2.29.0, true",
        "v2.29, ,      v2.45.2, true",
        "     , v2.46, v2.45.2, true",
        "     , v2.46, v2.46.0, false"
    })
    void a_version_is_judged_by_its_numbers(String since, String before, String version, boolean included) {
        assertThat(new Versions(Optional.ofNullable(since), Optional.ofNullable(before)).include(version))
                .isEqualTo(included);
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return new YAMLMapper().readTree(text);
    }
}
