package io.outputport.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.outputport.sandbox.story.Browser.Tab;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the console shows of a task that cannot go on. */
@ExtendWith(World.Provided.class)
class ConsoleTaskStoryTest {
    private static final String TRACES = "https://traces.example.org/";

    private final World world;

    @TempDir
    private Path tasks;

    ConsoleTaskStoryTest(World world) {
        this.world = world;
    }

    @Test
    void its_tries_and_its_trace_are_seen_and_it_is_stopped_after_one_question() throws Exception {
        Product product = Product.vaccinations("Halted");
        try (Collector collector = Collector.start();
                OwnService service = OwnService.start(withoutHasura(collector), tasks);
                Browser browser = Browser.open();
                Tab tab = browser.tab(service.url())) {
            String token = service.platform().startProvision(product.sample());
            Page page = tab.show("tasks?task=" + token).page();

            Locator tries =
                    page.locator("op-task section").filter(new Locator.FilterOptions().setHasText("Tries so far"));
            assertThat(tries.locator("li").nth(1)).containsText("Hasura");
            assertThat(tries).containsText("Next try");
            isInItsTrace(page, collector);

            button(page, "Stop").click();
            assertThat(page.locator(":focus")).hasText("Stop this task");
            button(page, "Cancel").click();
            assertThat(page.locator("op-task .tag").first()).hasText("Waiting");
            button(page, "Stop").click();
            button(page, "Stop this task").click();

            assertThat(page.locator("op-task .tag").first()).hasText("Stopped");
            assertThat(button(page, "Stop")).hasCount(0);
            assertThat(page.locator(".log")).containsText("The task was stopped on request.");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Map<String, String> withoutHasura(Collector collector) {
        Map<String, String> variables = world.variables();
        variables.put("CONSOLE", "true");
        variables.put("HASURA_URL", "http://127.0.0.1:9");
        variables.put("RETRY_BUDGET", "1h");
        variables.put("TRACE_URL", TRACES + "{traceId}");
        variables.putAll(collector.variables());
        return variables;
    }

    /** The link leads to the trace that the collector has heard of. */
    private static void isInItsTrace(Page page, Collector collector) {
        page.context().route(TRACES + "**", route -> route.fulfill(new FulfillOptions().setBody("the trace")));

        Page trace = page.waitForPopup(
                () -> page.locator("op-task dd a[target=_blank]").click());

        String id = trace.url().substring(TRACES.length());
        await().untilAsserted(() -> assertThat(collector.trace(id)).isNotEmpty());
        trace.close();
    }

    private static Locator button(Page page, String name) {
        return page.locator("op-task")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
