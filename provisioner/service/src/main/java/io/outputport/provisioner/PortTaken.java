package io.outputport.provisioner;

import io.outputport.provisioner.settings.Settings;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;

/** The address that the service is to answer at cannot be had; the message is a sentence for whoever starts it. */
final class PortTaken extends RuntimeException {
    private PortTaken(String sentence, BindException refusal) {
        super(sentence, refusal);
    }

    /** Empty when the start failed for another reason. */
    static Optional<PortTaken> in(Throwable failure, Settings settings) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst()
                .map(refusal -> new PortTaken(sentence(refusal, settings), refusal));
    }

    private static String sentence(BindException refusal, Settings settings) {
        String port = settings.text("PROVISIONER_PORT", ProvisionerServer.PORT);
        String words = String.valueOf(refusal.getMessage());
        if (words.contains("assign requested address")) {
            return "this machine has no address " + settings.text("PROVISIONER_HOST", ProvisionerServer.HOST)
                    + "; change PROVISIONER_HOST.";
        }
        return words.contains("ermission denied")
                ? "this user may not open port " + port + "; choose one above 1023 with PROVISIONER_PORT."
                : "another process has port " + port + "; choose a free one with PROVISIONER_PORT.";
    }
}
