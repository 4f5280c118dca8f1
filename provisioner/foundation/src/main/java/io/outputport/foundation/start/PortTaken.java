package io.outputport.foundation.start;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;

/** The address that a server is to answer at cannot be had; the message is a sentence for whoever starts it. */
public final class PortTaken extends RuntimeException {
    private PortTaken(String sentence, BindException refusal) {
        super(sentence, refusal);
    }

    /** Empty when the start failed for another reason. */
    public static Optional<PortTaken> in(Throwable failure, Address address) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst()
                .map(refusal -> new PortTaken(sentence(refusal, address), refusal));
    }

    private static String sentence(BindException refusal, Address address) {
        String port = address.port();
        String words = String.valueOf(refusal.getMessage());
        if (words.contains("assign requested address")) {
            return "this machine has no address " + address.host() + "; change " + address.hostName() + ".";
        }
        return words.contains("ermission denied")
                ? "this user may not open port " + port + "; choose one above 1023 with " + address.portName() + "."
                : "another process has port " + port + "; choose a free one with " + address.portName() + ".";
    }

    /**
     * Where a server was told to listen, and by which settings.
     *
     * @param portName of the setting
     * @param hostName of the setting
     */
    public record Address(String portName, String port, String hostName, String host) {}
}
