package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page about plans shows an answer that the service really gives. */
@ExtendWith(World.Provided.class)
class PlanPageStoryTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../../docs/plan.md");

    /** What to put on the page when the answer has changed for good. */
    private static final Path OF_TODAY = Path.of(System.getProperty("basedir", "."), "target/plan-page.txt");

    private final Platform platform;

    PlanPageStoryTest(World world) {
        this.platform = world.platform();
    }

    @Test
    void the_example_on_the_page_is_what_the_service_answers() throws IOException {
        ObjectNode plan =
                (ObjectNode) platform.plan(Product.openInvoices("Ledger").sample());
        String sdl = plan.at("/schema/sdl").asText();
        ((ObjectNode) plan.path("schema")).put("sdl", "…");

        Files.writeString(OF_TODAY, plan.toPrettyString() + "\n" + sdl);
        String page = Files.readString(PAGE);

        JsonNode shown = new ObjectMapper().readTree(block(page, "json"));
        assertThat(shown.toPrettyString()).isEqualTo(plan.toPrettyString());
        assertThat(block(page, "graphql")).isEqualTo(sdl);
    }

    private static String block(String page, String language) {
        String begin = "```" + language + "\n";
        return page.substring(page.indexOf(begin) + begin.length()).split("```", 2)[0];
    }
}
