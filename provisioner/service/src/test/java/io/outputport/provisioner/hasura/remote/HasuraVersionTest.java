package io.outputport.provisioner.hasura.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.metadata.HasuraClientTest;
import io.outputport.provisioner.source.Answering;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the version of Hasura. */
class HasuraVersionTest {
    @ParameterizedTest
    @CsvSource({
        "v2.28.1, false",
        "v2.29.0, true",
        "v2.45.0-ce, true",
        "2.8.0, false",
        "v1.3.3, false",
        "v3.0.0, true",
        "dev-8f2a1c, true",
        "'', true"
    })
    void arrays_are_lists_from_2_29_on(String version, boolean lists) {
        assertThat(HasuraVersion.showsLists(version)).isEqualTo(lists);
    }

    @ParameterizedTest
    @CsvSource({
        "v2.48.0, naming_convention, true",
        "v2.48.0, disable_postgres_arrays, false",
        "v2.26.0, naming_convention, false"
    })
    void unless_it_was_started_without_them(String version, String feature, boolean lists) throws IOException {
        String told = "{\"version\":\"%s\",\"experimental_features\":[\"%s\"]}".formatted(version, feature);
        try (Answering answering = Answering.with(200, told)) {
            assertThat(new HasuraVersion(HasuraClientTest.client(answering), InstantSource.system()).areLists())
                    .isEqualTo(lists);
        }
    }
}
