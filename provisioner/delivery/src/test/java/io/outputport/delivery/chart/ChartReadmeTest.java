package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import org.junit.jupiter.api.Test;

/** Each value is documented once, beside its default; the README's table is made from that. */
class ChartReadmeTest {
    private static final String README = "helm/README.md";
    private static final String BEGIN =
            "<!-- Made from values.yaml: mvn -q test -pl provisioner/delivery -Dwrite=true -->";

    private final ValuesPage page = ValuesPage.of(Repository.read("helm/values.yaml"));

    @Test
    void every_value_is_documented() {
        assertThat(page.undocumented()).isEmpty();
    }

    @Test
    void the_readme_holds_the_table_of_the_values() {
        String readme = Repository.read(README);
        String upToDate = readme.substring(0, readme.indexOf(BEGIN)) + BEGIN + "\n\n" + page.table() + "\n";
        if (Repository.writes()) {
            Repository.write(README, upToDate);
        }

        assertThat(Repository.read(README)).isEqualTo(upToDate);
    }
}
