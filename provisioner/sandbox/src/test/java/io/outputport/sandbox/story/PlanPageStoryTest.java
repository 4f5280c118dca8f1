package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page about plans shows answers that the service really gives, and what the command line makes of them. What to
 * put on the page when they have changed for good stands in {@code target/plan-page} afterwards.
 */
@ExtendWith(World.Provided.class)
class PlanPageStoryTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path PAGE = MODULE.resolve("../../docs/plan.md");

    private final World world;
    private final Platform platform;

    PlanPageStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void the_example_on_the_page_is_what_the_service_answers() throws IOException {
        ObjectNode plan =
                (ObjectNode) platform.plan(Product.openInvoices("Ledger").sample());
        String sdl = plan.at("/schema/sdl").asText();
        ((ObjectNode) plan.path("schema")).put("sdl", "…");
        ((ObjectNode) plan.at("/changes/write")).put("seconds", 0.7);

        keep("answer.txt", plan.toPrettyString() + "\n" + sdl);
        ArrayNode steps = (ArrayNode) plan.at("/changes/steps");
        while (steps.size() > 1) {
            steps.remove(1);
        }
        assertThat(new ObjectMapper().readTree(block("```json\n")).toPrettyString())
                .isEqualTo(plan.toPrettyString());
        assertThat(sdl).startsWith("schema {");
    }

    @Test
    void a_port_that_is_not_there_yet_looks_on_a_terminal_as_the_page_says() throws IOException {
        isShownAs("open-invoices.yaml", Product.openInvoices("Ledger"));
    }

    @Test
    void a_port_that_is_there_looks_on_a_terminal_as_the_page_says() throws IOException {
        Product there = Product.invoices("Books");
        platform.plan(there.sample());
        platform.provision(there.sample());

        assertThat(block("```text\n"))
                .isEqualTo(typed(there).lines().reduce((line, next) -> next).orElseThrow() + "\n");
        isShownAs(
                "changed.yaml",
                there.with("            - {name: currency, dataType: TEXT}\n", "")
                        .with("invoicesapi_invoices_aggregate", "invoicesapi_invoices_totals"));
    }

    private void isShownAs(String file, Product product) throws IOException {
        String shown = typed(product).replace("(standard input)", file);

        keep(file, shown);
        assertThat(shown).isEqualTo(block("```console\n$ java -jar provisioner.jar plan " + file + "\n"));
    }

    private String typed(Product product) {
        return new Terminal(world.provisioner())
                .typed(product, "plan", "-")
                .out()
                .replaceAll("about [0-9.]+ s", "about 0.7 s");
    }

    private static void keep(String name, String text) throws IOException {
        Path folder = Files.createDirectories(MODULE.resolve("target/plan-page"));
        Files.writeString(folder.resolve(name), text);
    }

    private static String block(String begin) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(begin);
        return page.substring(page.indexOf(begin) + begin.length()).split("```", 2)[0];
    }
}
