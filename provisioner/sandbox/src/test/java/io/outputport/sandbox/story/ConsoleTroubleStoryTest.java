package io.outputport.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.outputport.sandbox.story.Browser.Tab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the console does with hostile descriptors, callers that may not, a service that is away, and very many tasks. */
@ExtendWith(World.Provided.class)
class ConsoleTroubleStoryTest {
    private static final String SCRIPT =
            "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    private static final int MANY = 10_000;

    private static Browser browser;
    private final World world;

    @TempDir
    private Path folder;

    ConsoleTroubleStoryTest(World world) {
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
    void script_in_every_field_of_a_descriptor_is_text() {
        Product product = Product.vaccinations("Scripted");
        List<String> fields = product.sample()
                .yaml()
                .lines()
                .filter(line -> line.matches(".*\\w: \\S.*"))
                .map(line -> line.replaceFirst(".*?(\\w+): .*", "$1"))
                .distinct()
                .toList();
        try (Tab tab = browser.tab(world.provisioner())) {
            Page page = tab.show("check").page();
            for (String field : fields) {
                String descriptor = product.sample()
                        .yaml()
                        .replaceAll("(?m)\\b" + field + ": \\S.*$", field + ": '" + SCRIPT.replace("'", "''") + "'");
                ConsoleUseStoryTest.fill(tab, descriptor);
            }
            // All of them at once: what the page shows of each is shown together.
            ConsoleUseStoryTest.fill(
                    tab,
                    product.sample().yaml().replaceAll("(?m)(\\w): \\S.*$", "$1: '" + SCRIPT.replace("'", "''") + "'"));
            assertThat(page.locator(".problem.bad").first()).isVisible();

            ConsoleUseStoryTest.fill(
                    tab,
                    product.with("Output Port for vaccinations data using Hasura", SCRIPT.replace("\"", "'"))
                            .sample()
                            .yaml()
                            .replace("description: <", "description: >-\n          <"));
            assertThat(page.locator(".verdict.good")).isVisible();
            tab.show("plan");
            assertThat(page.locator("op-code").last()).containsText("<script>");

            assertThat(page.title()).doesNotContain("run");
            assertThat(page.locator("img[src=x]").count()).isZero();
        }
    }

    @Test
    void who_may_only_look_is_told_so_and_who_is_not_known_is_asked() throws Exception {
        Path tokens = folder.resolve("tokens");
        Files.writeString(tokens, "reader:read:" + sha256("a-token-that-looks") + "\n");
        Map<String, String> variables = world.variables();
        variables.put("CONSOLE", "true");
        variables.put("API_TOKENS_FILE", tokens.toString());
        try (OwnService service = OwnService.start(variables, folder);
                Tab tab = browser.tab(service.url())) {
            Page page = tab.show("tasks").page();
            assertThat(page.locator("op-failure")).containsText("The service asks who you are");

            page.getByLabel("Bearer token").fill("a-token-that-looks");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            assertThat(page.locator(".empty-title").first()).hasText("No task yet");
            assertThat(page.locator(".notice-bar")).hasText("You may look, but not change anything.");
            tab.show("try");
            assertThat(page.locator(".empty-title")).hasText("Trying out is switched off here");
            page.reload();
            assertThat(page.locator(".notice-bar")).isVisible();
        }
    }

    @Test
    void a_page_without_its_service_says_so_and_goes_on_when_it_is_back() {
        Product product = Product.vaccinations("Cutoff");
        try (Tab tab = browser.tab(world.provisioner())) {
            Page page = tab.show("check").page();
            ConsoleUseStoryTest.fill(tab, product.sample().yaml());
            assertThat(page.locator(".verdict.good")).isVisible();

            page.context().setOffline(true);
            ConsoleUseStoryTest.fill(tab, product.sample().yaml() + "\n# more\n");

            assertThat(page.locator("op-failure")).containsText("The service does not answer");
            page.context().setOffline(false);
            assertThat(page.locator(".verdict.good")).isVisible();
        }
    }

    @Test
    void a_task_is_found_again_after_a_reload_and_by_its_address_alone() {
        Product product = Product.vaccinations("Shared");
        String token = world.platform().startProvision(product.sample());
        try (Tab tab = browser.tab(world.provisioner())) {
            Page page = tab.show("tasks?task=" + token).page();
            assertThat(page.locator("op-task .tag").first()).hasText("Completed");
            String log = page.locator(".log").innerText();

            page.reload();

            assertThat(page.locator("op-task .tag").first()).hasText("Completed");
            assertThat(page.locator(".log")).hasText(log.replaceAll("\\s+", " "));
        }
    }

    @Test
    void ten_thousand_tasks_are_a_list_like_any_other() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("CONSOLE", "true");
        try (OwnService service = OwnService.start(variables, folder);
                Tab tab = browser.tab(service.url())) {
            insertTasks(folder);
            Page page = tab.show("tasks").page();
            Locator rows = page.locator(".task-row");
            assertThat(rows.first()).isVisible();

            // Down to the oldest one, page by page.
            page.waitForCondition(() -> {
                page.locator(".task-scroll").evaluate("frame => frame.scrollTo(0, frame.scrollHeight)");
                return rows.last().innerText().contains("port-" + MANY);
            });

            assertThat(rows.count()).isLessThan(60);
            double longest = ((Number) page.evaluate("""
                            async () => {
                              const frame = document.querySelector('.task-scroll');
                              let longest = 0;
                              for (let step = 0; step < 50; step++) {
                                const begun = performance.now();
                                frame.scrollTo(0, step * 5000);
                                await new Promise(requestAnimationFrame);
                                longest = Math.max(longest, performance.now() - begun);
                              }
                              return longest;
                            }""")).doubleValue();
            System.out.println("console: the slowest of 50 leaps over " + MANY + " tasks took " + longest + " ms");
            assertThat(longest).isLessThan(500);
        }
    }

    /** The database of a service that runs, opened a second time in the same process. */
    private static void insertTasks(Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("tasks").toAbsolutePath();
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                var insert = database.prepareStatement("""
                        insert into task (token, operation, component, changes, request, accepted_at, state, attempt,
                            started_at, finished_at, ending)
                        select random_uuid(), 'VALIDATE', 'urn:dmb:cmp:many:tasks:0:port-' || (? - "X" + 1), false, '{}',
                            dateadd(second, "X" - ?, current_timestamp), 'COMPLETED', 1,
                            current_timestamp, dateadd(second, "X" - ?, current_timestamp), null
                        from system_range(1, ?)""")) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                insert.setInt(parameter, MANY);
            }
            insert.executeUpdate();
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
