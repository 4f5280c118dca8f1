package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.OptionHelper;
import io.opentelemetry.instrumentation.logback.mdc.v1_0.OpenTelemetryAppender;
import java.util.Map;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;

/**
 * What is logged, and in which form: JSON, or text that people read. Logback finds it as a service. Its usual file of XML is not
 * used: to read one is a tenth of a start, and with another one secrets would stand in the log.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogOutput extends ContextAwareBase implements Configurator {
    /** Of the context, the process or its environment; set before the first logger is made. */
    private static final String FORMAT = "LOG_FORMAT";

    private static final String LEFT_OUT = "[ignore]";

    /** A command that starts a server for itself sets it: what matters of it is told by its answers. */
    private static final String LEVEL = "provisioner.log.level";

    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("com.github.kagkarlsson.scheduler", Level.WARN),
            // It says at every start that H2 has no dialect of its own.
            Map.entry("com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization.utc_warning", Level.ERROR),
            Map.entry("com.zaxxer.hikari", Level.WARN),
            // A connection that broke is told by whoever needed it, without the stack.
            Map.entry("com.zaxxer.hikari.pool.ProxyConnection", Level.ERROR),
            Map.entry("org.flywaydb", Level.WARN),
            // It says at every start that PostgreSQL is newer than itself.
            Map.entry("org.flywaydb.core.internal.database.base.Database", Level.ERROR),
            Map.entry("io.micronaut", Level.WARN),
            Map.entry("io.netty", Level.WARN));

    /** What matters of them is in our own words: they name users, hosts and places, or what a start tells in a sentence. */
    private static final String[] SILENT = {
        "net.snowflake",
        "io.delta",
        "org.apache.hadoop",
        "org.apache.parquet",
        "io.opentelemetry",
        "io.micronaut.http.server.netty.NettyHttpServer"
    };

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        // Nothing of the logging framework's own on the streams.
        logs.getStatusManager().add(new NopStatusListener());
        logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(level(Level.INFO));
        logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(traced(logs, console(logs)));
        LEVELS.forEach((logger, least) -> logs.getLogger(logger).setLevel(level(least)));
        for (String logger : SILENT) {
            logs.getLogger(logger).setLevel(Level.OFF);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Level level(Level otherwise) {
        return Level.toLevel(System.getProperty(LEVEL), otherwise);
    }

    /** Adds trace_id and span_id to what a traced task or request logs. */
    private static Appender<ILoggingEvent> traced(LoggerContext logs, Appender<ILoggingEvent> to) {
        OpenTelemetryAppender appender = new OpenTelemetryAppender();
        appender.setContext(logs);
        appender.addAppender(to);
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> console(LoggerContext logs) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logs);
        appender.setTarget("System.err");
        appender.setEncoder("text".equals(OptionHelper.propertyLookup(FORMAT, logs, null)) ? text(logs) : json(logs));
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext logs) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(logs);
        layout.getInstanceConverterMap().put("redacted", RedactedText::new);
        layout.getInstanceConverterMap().put("line", OneLine::new);
        layout.getInstanceConverterMap().put("indented", IndentedStack::new);
        layout.setPattern("%d{HH:mm:ss.SSS} " + System.getProperty("LOG_LEVEL_PATTERN", "%-5level")
                + " %logger{0} - %redacted(%line(%msg%replace(%mdc){'^(.+)$',' {$1}'}) %n%indented)");
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logs);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext logs) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setVersion(LEFT_OUT);
        names.setLevelValue(LEFT_OUT);
        JsonStack stack = new JsonStack();
        stack.start();
        MaskingJsonGeneratorDecorator masks = new MaskingJsonGeneratorDecorator();
        masks.addValueMasker(new RedactedJson());
        masks.start();
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(logs);
        encoder.setFieldNames(names);
        encoder.setThrowableConverter(stack);
        encoder.setJsonGeneratorDecorator(masks);
        encoder.start();
        return encoder;
    }
}
