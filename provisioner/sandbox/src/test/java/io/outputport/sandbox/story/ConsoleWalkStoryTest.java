package io.outputport.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.outputport.sandbox.story.Browser.Tab;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody does who has never read a page of documentation: all of it in the browser. */
@ExtendWith(World.Provided.class)
class ConsoleWalkStoryTest {
    private static Browser browser;

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

    @Test
    void a_descriptor_is_mended_deployed_granted_drifts_is_repaired_and_is_removed(World world) {
        Product product = Product.vaccinations("Strolled");
        try (Tab tab = browser.tab(world.provisioner())) {
            tab.show("check");

            mendThreeMistakes(tab, product);
            deploy(tab);
            grantAliceAndAskAsBob(tab);
            watchADriftAndRepairIt(tab, product, world);
            lookAtTheLastDay(tab);
            remove(tab, product);
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    private static void mendThreeMistakes(Tab tab, Product product) {
        String descriptor = product.sample().yaml();
        int dependency = descriptor.lastIndexOf("postgresql-output-port");
        String wrong = (descriptor.substring(0, dependency) + "postgres-output-port"
                        + descriptor.substring(dependency + "postgresql-output-port".length()))
                .replace("select: " + product.prefix(), "select: health_")
                .replaceFirst("(?m)^ *selectAggregate: .*\\n", "");
        Page page = tab.page();
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("port.yaml", "application/yaml", wrong.getBytes(StandardCharsets.UTF_8)));
        Locator errors = page.locator(".problem.bad");
        assertThat(errors).hasCount(3);
        page.locator(".problem-jump").last().click();
        assertThat(page.locator("op-editor .cm-content")).isFocused();
        assertThat(page.locator("op-editor .cm-lintRange-error").last()).isInViewport();
        tab.picture("check");

        for (int left = 2; left >= 0; left--) {
            page.locator(".problem.bad .problem-fix").first().click();
            assertThat(errors).hasCount(left);
        }

        assertThat(page.locator(".verdict.good")).isVisible();
    }

    private static void deploy(Tab tab) {
        Page page = tab.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan it"))
                .click();
        tab.awaitPlan();
        assertThat(page.locator(".verdict")).containsText("This can be deployed");
        assertThat(page.locator("op-picture")).containsText("healthcare.vaccinations_clean_view");
        assertThat(page.locator("op-picture")).containsText("_role");
        tab.picture("plan");

        confirm(page, "Deploy", "Deploy it now");

        assertThat(page.locator("op-task .tag").first()).hasText("Completed");
        assertThat(page.locator("op-timeline")).containsText("Hasura");
        tab.picture("tasks");
    }

    private static void grantAliceAndAskAsBob(Tab tab) {
        Page page = tab.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try it"))
                .click();
        for (String name : new String[] {"alice", "bob"}) {
            page.locator("input[name=bearer]").fill(name);
            page.locator("input[name=bearer]").press("Enter");
        }
        page.locator("input[name=ref]").fill("user:alice");
        page.locator("input[name=ref]").press("Enter");
        page.getByText("Save access").click();
        assertThat(page.locator("op-people")).containsText("Access is as shown.");

        ask(tab);
        tab.picture("try");
    }

    private static void watchADriftAndRepairIt(Tab tab, Product product, World world) {
        Page page = tab.page();
        Locator port = port(tab, product);
        assertThat(port).containsText("In sync");

        dropPermission(product, world.engine());
        page.getByText("Look for drift now").click();

        assertThat(port).containsText("Drifted");
        assertThat(port).containsText("permission");
        tab.picture("ports");
        confirm(page, "Repair", "Repair it now");
        assertThat(page.locator("op-task .tag").first()).hasText("Completed");
        ask(tab.show("try?component=" + product.componentId()));
        assertThat(port(tab, product)).containsText("In sync");
    }

    private static void ask(Tab tab) {
        Page page = tab.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run"))
                .click();
        assertThat(page.locator("op-answer[name=alice]")).containsText("Granted");
        assertThat(page.locator("op-answer[name=alice] tbody tr").first()).isVisible();
        assertThat(page.locator("op-answer[name=bob]")).containsText("Refused");
    }

    private static void lookAtTheLastDay(Tab tab) {
        Page page = tab.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("op-day")).containsText("Systems it works with");
        Locator writes = page.locator("op-plot[heading='Writes to Hasura']");
        assertThat(writes.locator("canvas")).isVisible();
        assertThat(writes).containsText("Schema builds");
        tab.picture("overview");
    }

    private static void remove(Tab tab, Product product) {
        Page page = tab.page();
        confirm(page, "Remove", "Remove this port");
        assertThat(page.locator("op-task .tag").first()).hasText("Completed");

        assertThat(port(tab, product)).hasCount(0);
    }

    /** Its line in the list, opened. */
    private static Locator port(Tab tab, Product product) {
        tab.show("ports?contains=strolled&port=" + product.componentId());
        assertThat(tab.page().locator("main h1")).hasText("Ports");
        return tab.page().locator(".port").filter(new Locator.FilterOptions().setHasText(product.componentId()));
    }

    private static void confirm(Page page, String label, String again) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(again))
                .click();
    }

    /** What somebody does at Hasura's console. */
    private static void dropPermission(Product product, Engine engine) {
        JsonNode table = engine.tableOf(product.customName()).path("table");
        String source = engine.sourceOf(product.customName()).path("name").asText();
        engine.operation("{\"type\":\"pg_drop_select_permission\",\"args\":{\"source\":\"" + source + "\",\"table\":"
                + table + ",\"role\":\"" + product.prefix() + "role\"}}");
    }
}
