package io.outputport.sharing.recipient;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, in the form of CIDR: {@code 10.1.0.0/16}, {@code 2001:db8::/32}, or one address.
 *
 * @param text in its shortest form
 */
public record Network(String text) {
    /** Digits only: a name would be looked up. */
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/(\\d{1,3}))?");

    /** Empty for a text that is no network, or has bits behind its prefix. */
    public static Optional<Network> parse(String text) {
        return bits(text).filter(bits -> bits.isClean()).map(bits -> new Network(text));
    }

    /** One address in digits; empty for anything else, a name above all. */
    public static Optional<InetAddress> address(String text) {
        return bits(text).filter(bits -> !text.contains("/")).flatMap(Prefix::toAddress);
    }

    public boolean contains(InetAddress address) {
        return bits(text).filter(bits -> bits.contain(address.getAddress())).isPresent();
    }

    private static Optional<Prefix> bits(String text) {
        var form = FORM.matcher(text);
        boolean digitsOnly =
                form.matches() && (form.group(1).contains(":") || form.group(1).matches("(\\d{1,3}\\.){3}\\d{1,3}"));
        if (!digitsOnly) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(form.group(1)).getAddress();
            int length = form.group(2) == null ? address.length * 8 : Integer.parseInt(form.group(2));
            return length > address.length * 8 ? Optional.empty() : Optional.of(new Prefix(address, length));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** @param length of the prefix */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prefix(byte[] address, int length) {
        boolean contain(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                if (at(other, bit) != at(address, bit)) {
                    return false;
                }
            }
            return true;
        }

        /** With bits behind the prefix, another network was meant. */
        boolean isClean() {
            for (int bit = length; bit < address.length * 8; bit++) {
                if (at(address, bit) != 0) {
                    return false;
                }
            }
            return true;
        }

        Optional<InetAddress> toAddress() {
            try {
                return Optional.of(InetAddress.getByAddress(address));
            } catch (UnknownHostException impossible) {
                return Optional.empty();
            }
        }

        private static int at(byte[] bytes, int bit) {
            return bytes[bit / 8] >> (7 - bit % 8) & 1;
        }
    }
}
