package io.outputport.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/messages.md} shows is what is really printed. {@code -Dmessages.write=true} writes the page anew,
 * for whoever has reworded a message.
 */
class MessagesPageTest {
    /** Tests run in the module's folder. */
    private static final String ROOT = "../../";

    private static final Path PAGE = Path.of(ROOT + "docs/messages.md");
    private static final Pattern SHOWN = Pattern.compile(
            "```console\\n\\$ java -jar provisioner\\.jar validate --offline (\\S+)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_message_on_the_page_is_the_one_that_is_printed() throws Exception {
        String page = Files.readString(PAGE);

        String printed = SHOWN.matcher(page).replaceAll(MessagesPageTest::asPrinted);

        if (Boolean.getBoolean("messages.write")) {
            Files.writeString(PAGE, printed);
            return;
        }
        assertThat(SHOWN.matcher(page).results().count()).isGreaterThan(9);
        assertThat(page)
                .as("docs/messages.md; after rewording it is written anew with -Dmessages.write=true")
                .isEqualTo(printed);
    }

    private static String asPrinted(MatchResult shown) {
        String file = shown.group(1);
        String out =
                Typed.inAShell().command("validate", "--offline", ROOT + file).out();
        String block = "```console\n$ java -jar provisioner.jar validate --offline " + file + "\n"
                + out.replace(ROOT, "") + "```";
        return java.util.regex.Matcher.quoteReplacement(block);
    }
}
