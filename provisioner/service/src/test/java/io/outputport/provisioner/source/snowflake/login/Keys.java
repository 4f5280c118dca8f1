package io.outputport.provisioner.source.snowflake.login;

import java.io.IOException;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** Private keys in the forms that people have them. */
public final class Keys {
    public static final KeyPair PAIR = pair("RSA", 2048);

    private Keys() {}

    public static String pkcs8() throws IOException {
        return pem(new JcaPKCS8Generator(PAIR.getPrivate(), null));
    }

    public static String pkcs8(ASN1ObjectIdentifier cipher, String passphrase)
            throws IOException, OperatorCreationException {
        return pem(new JcaPKCS8Generator(
                PAIR.getPrivate(),
                new JceOpenSSLPKCS8EncryptorBuilder(cipher)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword(passphrase.toCharArray())
                        .build()));
    }

    public static String openssl() throws IOException {
        return pem(new JcaMiscPEMGenerator(PAIR.getPrivate()));
    }

    public static String openssl(String passphrase) throws IOException {
        return pem(new JcaMiscPEMGenerator(
                PAIR.getPrivate(),
                new JcePEMEncryptorBuilder("DES-EDE3-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .build(passphrase.toCharArray())));
    }

    private static String pem(PemObjectGenerator content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }

    /** A fresh one in PKCS#8. */
    static String of(String algorithm, int bits) throws IOException {
        return pem(new JcaPKCS8Generator(pair(algorithm, bits).getPrivate(), null));
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
