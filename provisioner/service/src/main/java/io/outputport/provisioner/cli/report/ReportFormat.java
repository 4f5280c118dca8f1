package io.outputport.provisioner.cli.report;

import io.outputport.provisioner.cli.terminal.Paint;

/** The choices of {@code --output}. */
public enum ReportFormat {
    HUMAN,
    JSON,
    JUNIT,
    SARIF;

    /** @param version of this program */
    public Report report(Paint paint, String version) {
        return switch (this) {
            case HUMAN -> new HumanReport(paint);
            case JSON -> new JsonReport();
            case JUNIT -> new JunitReport();
            case SARIF -> new SarifReport(version);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
