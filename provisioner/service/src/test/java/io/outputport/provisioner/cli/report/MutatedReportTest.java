package io.outputport.provisioner.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.descriptor.Mutations;
import io.outputport.provisioner.flow.OfflineValidation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a descriptor holds, its report can be printed, and the terminal stays as it is. */
class MutatedReportTest {
    private static final int TEXTS = Integer.getInteger("mutations", 20_000) / 10;

    private final OfflineValidation validation = new OfflineValidation(Settings.of(Map.of()));

    @Test
    void every_report_of_a_mutated_descriptor_can_be_printed() throws Exception {
        Mutations mutations = new Mutations(7);

        for (int count = 0; count < TEXTS; count++) {
            String text = mutations.next();
            Checked checked =
                    new Checked("mutated.yaml", text, validation.judge(text).problems(), List.of());

            String human = printed(new HumanReport(new Paint(false)), checked);
            assertThat(human.codePoints().filter(Character::isISOControl).allMatch(character -> character == '\n'))
                    .as(text)
                    .isTrue();
            String junit = printed(new JunitReport(), checked);
            // Every one of thousands would only be slow: what differs is told by a few.
            if (count % 50 == 0) {
                PublishedSchema.isJunit(junit);
            }
            new ObjectMapper().readTree(printed(new JsonReport(), checked));
        }
    }

    private static String printed(Report report, Checked checked) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        report.print(List.of(checked), writer);
        writer.flush();
        return out.toString().replace("\r", "");
    }
}
