package io.outputport.provisioner.source.snowflake.login;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.SettingsException;
import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads a private key in PEM, plain or encrypted, in PKCS#8 or in OpenSSL's older form, of the kind that Snowflake takes. */
final class PrivateKeys {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    /** Snowflake's documentation, key-pair authentication. */
    private static final int LEAST_BITS = 2048;
    /** A key whose line breaks became spaces, as in many a form for variables. */
    private static final Pattern ONE_LINE =
            Pattern.compile("\\s*(-----BEGIN [A-Z ]+-----)([A-Za-z0-9+/=\\s]+)(-----END [A-Z ]+-----)\\s*");

    private PrivateKeys() {}

    /** @throws SettingsException that names {@code setting}, and never holds a part of the key */
    static PrivateKey read(String setting, Secret pem, Optional<Secret> passphrase) {
        String text = lines(pem.reveal());
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            Object found = parser.readObject();
            if (isEncrypted(found) && passphrase.isEmpty()) {
                throw new SettingsException(
                        setting + " is encrypted, but " + setting + "_PASSPHRASE (or …_FILE) is not set.");
            }
            PrivateKey key = new JcaPEMKeyConverter()
                    .getPrivateKey(
                            plain(setting, found, passphrase.map(Secret::reveal).orElse("")));
            refuseOtherKind(setting, key);
            return key;
        } catch (IOException | OperatorCreationException | PKCSException unreadable) {
            throw new SettingsException(setting + " cannot be read; it must be a private key in PEM, and its passphrase"
                    + " must be right if it is encrypted.");
        }
    }

    /** A variable often holds its line breaks as backslash and n, or as spaces. */
    private static String lines(String pem) {
        String text = pem.replace("\\n", "\n");
        Matcher oneLine = ONE_LINE.matcher(text);
        return oneLine.matches()
                ? oneLine.group(1) + "\n" + oneLine.group(2).strip().replaceAll("\\s+", "\n") + "\n" + oneLine.group(3)
                        + "\n"
                : text;
    }

    private static void refuseOtherKind(String setting, PrivateKey key) {
        if (!(key instanceof RSAKey rsa)) {
            throw new SettingsException(setting + " is a key for " + key.getAlgorithm()
                    + ", but Snowflake takes RSA keys" + " only; make one with: openssl genrsa 2048.");
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < LEAST_BITS) {
            throw new SettingsException(setting + " is an RSA key of " + bits + " bits, but Snowflake takes those of at"
                    + " least " + LEAST_BITS + ".");
        }
    }

    private static boolean isEncrypted(Object found) {
        return found instanceof PKCS8EncryptedPrivateKeyInfo || found instanceof PEMEncryptedKeyPair;
    }

    private static PrivateKeyInfo plain(String setting, Object found, String passphrase)
            throws IOException, OperatorCreationException, PKCSException {
        if (found instanceof PrivateKeyInfo key) {
            return key;
        }
        if (found instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (found instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(passphrase.toCharArray()))
                    .getPrivateKeyInfo();
        }
        if (found instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(passphrase.toCharArray()));
        }
        throw new SettingsException(setting + " is not a private key in PEM (-----BEGIN PRIVATE KEY-----).");
    }
}
