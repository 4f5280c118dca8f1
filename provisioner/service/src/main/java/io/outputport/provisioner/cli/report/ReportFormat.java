package io.outputport.provisioner.cli.report;

import io.outputport.provisioner.cli.terminal.Paint;

/** The choices of {@code --output}. */
public enum ReportFormat {
    HUMAN,
    JSON,
    JUNIT;

    public Report report(Paint paint) {
        return switch (this) {
            case HUMAN -> new HumanReport(paint);
            case JSON -> new JsonReport();
            case JUNIT -> new JunitReport();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
