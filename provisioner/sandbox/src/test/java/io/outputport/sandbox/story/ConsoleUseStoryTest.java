package io.outputport.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.outputport.sandbox.story.Browser.Tab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who can use the console: with a keyboard alone, with a screen reader, on a telephone, over a slow line. */
@ExtendWith(World.Provided.class)
class ConsoleUseStoryTest {
    private static final List<String> VIEWS = List.of("check", "plan", "try", "tasks", "ports");
    private static final int LARGEST_PAGE = 400_000;
    private static final double LATEST_PAINT = 1_000;
    private static final int LOADS = 3;
    /** Nobody types faster, in milliseconds: names are offered a moment after the last key. */
    private static final double KEYSTROKE = 60;

    private static Browser browser;
    private final World world;

    ConsoleUseStoryTest(World world) {
        this.world = world;
    }

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothing_was_complained_of() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_keyboard_is_enough_to_deploy_and_to_look_at_the_task() {
        try (Tab tab = browser.tab(world.provisioner())) {
            Page page = tab.show("check").page();
            String descriptor = Product.vaccinations("Typed").sample().yaml();

            page.locator("body").press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to the content");
            tabTo(page, "Use the example");
            Keyboard keyboard = page.keyboard();
            keyboard.press("Tab");
            keyboard.insertText(descriptor);
            assertThat(page.locator(".verdict.good")).isVisible();
            // The editor keeps nobody in.
            keyboard.press("Shift+Tab");
            tabTo(page, "Plan");
            keyboard.press("Enter");
            tab.awaitPlan();
            assertThat(page.locator(".verdict")).containsText("This can be deployed");
            tabTo(page, "Deploy");
            keyboard.press("Enter");
            assertThat(page.locator(":focus")).hasText("Deploy it now");
            keyboard.press("Enter");

            assertThat(page.locator("op-task .tag").first()).hasText("Completed");
            tabTo(page, "Deploy hasura-output-port");
            keyboard.press("ArrowDown");
            keyboard.press("ArrowUp");
            assertThat(page.locator(":focus")).containsText("Deploy hasura-output-port");
        }
    }

    @Test
    void a_query_is_written_by_completing_the_names_that_its_consumer_may_use() {
        Product product = Product.vaccinations("Completed");
        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");
        try (Tab tab = browser.tab(world.provisioner())) {
            Page page = tab.show("try?component=" + product.componentId()).page();
            page.locator("input[name=bearer]").fill("alice");
            page.locator("input[name=bearer]").press("Enter");
            Locator editor = page.locator("op-editor .cm-content");
            // An example of the port's own, as soon as its schema is known.
            assertThat(editor).containsText(product.select());

            editor.click();
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            complete(page, "{ " + product.select().substring(0, product.select().length() - 3), product.select());
            complete(page, "(li", "limit");
            page.keyboard().type("2) { ");
            complete(page, "da", "date");
            page.keyboard().type(" } }");

            assertThat(editor).hasText("{ " + product.select() + "(limit: 2) { date } }");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run"))
                    .click();
            assertThat(page.locator("op-answer[name=alice] tbody tr")).hasCount(2);
        }
    }

    /** Types what is there of a name and takes the one that is offered. */
    private static void complete(Page page, String begun, String whole) {
        Locator offered = page.locator(".cm-tooltip-autocomplete li[aria-selected]");
        page.keyboard().type(begun, new Keyboard.TypeOptions().setDelay(KEYSTROKE));
        assertThat(offered).containsText(whole);
        // A key that comes at once is taken for the text; the pointer need not wait.
        offered.click();
        assertThat(page.locator("op-editor .cm-content")).containsText(whole);
    }

    /** As long as it takes: whoever is not reached in one round is not reached. */
    private static void tabTo(Page page, String text) {
        for (int steps = 0; steps < 80; steps++) {
            page.keyboard().press("Tab");
            String there = (String) page.evaluate(
                    "document.activeElement.matches('a, button') ? document.activeElement.innerText : ''");
            if (List.of(there.strip().split("\\s*\n\\s*")).contains(text)) {
                return;
            }
        }
        throw new AssertionError("No way by keyboard to " + text);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void no_page_breaks_a_rule_of_accessibility(ColorScheme theme) {
        Product product = Product.vaccinations("Readable" + theme.name().toLowerCase(java.util.Locale.ROOT));
        world.platform().provision(product.sample());
        try (Tab tab = browser.tab(world.provisioner(), theme, 1360)) {
            List<String> violations = new ArrayList<>();
            fill(tab.show("check"), product.sample().yaml().replace("select: health", "select: wealth"));
            assertThat(tab.page().locator(".problem.bad").first()).isVisible();
            violations.addAll(tab.violations());
            fill(tab, product.sample().yaml());
            assertThat(tab.page().locator(".verdict.good")).isVisible();
            for (String view : VIEWS.subList(1, VIEWS.size())) {
                tab.show(view);
                settle(tab, view);
                violations.addAll(tab.violations());
            }
            tab.page().locator(".port summary").first().click();
            violations.addAll(tab.violations());

            assertThat(violations).isEmpty();
        }
    }

    @Test
    void at_360_pixels_no_page_is_wider_than_its_window() {
        Product product = Product.vaccinations("Narrow");
        world.platform().provision(product.sample());
        try (Tab tab = browser.tab(world.provisioner(), ColorScheme.LIGHT, 360)) {
            fill(tab.show("check"), product.sample().yaml());
            for (String view : VIEWS) {
                tab.show(view);
                settle(tab, view);

                assertThat((int) tab.page().evaluate("document.documentElement.scrollWidth"))
                        .as(view)
                        .isLessThanOrEqualTo(360);
            }
            tab.show("tasks");
            tab.page().locator(".task-row").first().click();
            assertThat(tab.page().locator("op-timeline li").first()).isVisible();
            assertThat((int) tab.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            tab.picture("narrow");
        }
    }

    @Test
    void the_page_is_light_and_soon_there() {
        List<Double> paints = new ArrayList<>();
        List<Response> files = new ArrayList<>();
        for (int load = 0; load < LOADS; load++) {
            try (Tab tab = browser.tab(world.provisioner())) {
                files.clear();
                tab.page().onResponse(files::add);
                tab.show("check");
                assertThat(tab.page().locator("op-editor .cm-content")).isVisible();
                paints.add(((Number) tab.page()
                                .evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                        .doubleValue());
            }
        }
        int bytes = 0;
        try (Tab tab = browser.tab(world.provisioner())) {
            List<Response> all = new ArrayList<>();
            tab.page().onResponse(all::add);
            for (String view : VIEWS) {
                tab.show(view);
            }
            assertThat(tab.page().locator("op-day")).isVisible();
            // Asking for a size lets more answers come in.
            for (Response file : List.copyOf(all)) {
                if (file.url().contains("/console/")) {
                    bytes += file.request().sizes().responseBodySize;
                }
            }
        }
        System.out.println("console: " + bytes + " bytes for all views, first paint after " + paints + " ms");

        assertThat(bytes).isLessThan(LARGEST_PAGE);
        // The best of them: the others met whatever else this machine has to do.
        assertThat(paints.stream().mapToDouble(paint -> paint).min().orElseThrow())
                .isLessThan(LATEST_PAINT);
    }

    static void fill(Tab tab, String descriptor) {
        tab.page().locator("op-editor").evaluate("(editor, text) => { editor.value = text; }", descriptor);
    }

    private static void settle(Tab tab, String view) {
        String proof =
                switch (view) {
                    case "check" -> ".verdict";
                    case "plan" -> "op-picture";
                    case "try" -> "op-people .chips, op-people form";
                    case "tasks" -> ".task-row";
                    default -> ".port";
                };
        assertThat(tab.page().locator(proof).first()).isVisible();
    }
}
