package io.outputport.sandbox.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium without a window, and all that its pages complain of. */
final class Browser implements AutoCloseable {
    /** A machine that has much to do takes as long as it likes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path PICTURES = Path.of("../../docs/pictures");
    private static final String WATCH = "document.addEventListener('securitypolicyviolation', event =>"
            + " console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        // Root may not have Chromium's own sandbox, and the pages here are ours.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    /** Skips the story, in words, on a machine without Chromium. */
    static Browser open() {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                program.isPresent(), "No browser: the console was not tried. Install Debian's package chromium.");
        return new Browser(program.orElseThrow());
    }

    /** A tab of its own, with nothing remembered. */
    Tab tab(URI service, ColorScheme theme, int width) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.addInitScript(WATCH);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !expected) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Tab(page, service + "/console/");
    }

    Tab tab(URI service) {
        return tab(service, ColorScheme.LIGHT, 1360);
    }

    /** Errors of scripts, and what the content security policy had to forbid. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One page. */
    record Tab(Page page, String console) implements AutoCloseable {
        /** @param view with its query, for example {@code tasks?state=FAILED} */
        Tab show(String view) {
            page.navigate(console + "#/" + view);
            page.waitForSelector("main h1");
            return this;
        }

        /** What breaks a rule of WCAG 2.2 AA, in words. */
        List<String> violations() {
            List<Rule> rules = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations();
            return rules.stream()
                    .map(rule -> rule.getId() + ": "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                    .toList())
                    .toList();
        }

        /** On the plan's page: a machine that has much to do may use up the time that a plan has, and is asked again. */
        Tab awaitPlan() {
            PlaywrightAssertions.assertThat(page.locator(".verdict[data-ready]"))
                    .isVisible();
            while (page.locator(".verdict.bad").isVisible()) {
                page.getByText("Plan again").click();
                PlaywrightAssertions.assertThat(page.locator(".verdict[data-ready]"))
                        .isVisible();
            }
            return this;
        }

        /** Written where {@code -Dwrite=true} asks for it; the documents show them. */
        void picture(String name) {
            if (Boolean.getBoolean("write")) {
                page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("console-" + name + ".png")));
            }
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
