package io.outputport.provisioner.api.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A compressed body on its way in, byte after byte. */
class UnzippingTest {
    private static final String TEXT = "a body ".repeat(1_000);

    private boolean answered;
    private final EmbeddedChannel connection = new EmbeddedChannel(new Unzipping(() -> answered));

    @Test
    void a_body_that_arrives_byte_by_byte_is_whole() throws IOException {
        byte[] zipped = gzip(TEXT);
        connection.writeInbound(request("gzip"));
        for (byte one : zipped) {
            connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[] {one})));
        }
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        HttpRequest head = connection.readInbound();
        assertThat(head.headers().names()).containsExactly("transfer-encoding");
        assertThat(rest()).isEqualTo(TEXT + "|");
    }

    @Test
    void what_nobody_listens_to_any_more_is_not_unzipped() throws IOException {
        byte[] zipped = gzip(TEXT);
        connection.writeInbound(request("gzip"));
        connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOf(zipped, 15))));
        connection.readInbound();
        rest();
        answered = true;

        connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(zipped, 15, zipped.length - 15)));
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(rest()).isEqualTo("|");
    }

    @Test
    void a_body_that_is_not_compressed_goes_through_as_it_is() {
        ByteBuf bytes = Unpooled.copiedBuffer("plain", StandardCharsets.UTF_8);
        HttpContent last = new DefaultLastHttpContent(bytes);
        connection.writeInbound(request("identity"), last);

        HttpRequest head = connection.readInbound();
        assertThat(head.headers().get("Content-Length")).isEqualTo("99");
        HttpContent through = connection.readInbound();
        assertThat(through).isSameAs(last);
        through.release();
    }

    /** All that came through since, and a bar for its end. */
    private String rest() {
        StringBuilder text = new StringBuilder();
        for (HttpContent part = connection.readInbound(); part != null; part = connection.readInbound()) {
            text.append(part.content().toString(StandardCharsets.UTF_8))
                    .append(part instanceof LastHttpContent ? "|" : "");
            part.release();
        }
        return text.toString();
    }

    private static HttpRequest request(String encoding) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/validate");
        head.headers().set("Content-Encoding", encoding).set("Content-Length", "99");
        return head;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
