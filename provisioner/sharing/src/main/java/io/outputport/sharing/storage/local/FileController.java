package io.outputport.sharing.storage.local;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Hands out files of this machine to whoever has a signed address that is still good. Range and HEAD are answered, since
 * readers of Parquet begin at the end of a file.
 */
@Controller("/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class FileController {
    private final SignedFiles files;
    private final FileAudit audit;

    FileController(SignedFiles files, FileAudit audit) {
        this.files = files;
        this.audit = audit;
    }

    @Get("/{+address}")
    HttpResponse<?> file(HttpRequest<?> request) throws IOException {
        Optional<FileTicket> ticket = files.good(request.getUri().getRawPath());
        if (ticket.isEmpty()) {
            return ErrorCode.PERMISSION_DENIED.answer("This address is not good, or not any more. Query again.");
        }
        return files.storage(ticket.get())
                .<HttpResponse<?>>map(storage -> kept(request, ticket.get(), storage))
                .orElseGet(FileController::gone);
    }

    private HttpResponse<?> kept(HttpRequest<?> request, FileTicket ticket, LocalStorage storage) {
        MutableHttpResponse<?> response = answer(request, ticket.path(), storage);
        audit.keep(request, ticket, response);
        return response;
    }

    private static MutableHttpResponse<?> answer(HttpRequest<?> request, StoragePath path, LocalStorage storage) {
        try {
            StoredFile file = storage.find(path);
            return request.getMethod() == HttpMethod.HEAD
                    ? described(HttpResponse.ok(), file).header(HttpHeaders.CONTENT_LENGTH, Long.toString(file.size()))
                    : content(request, storage, file);
        } catch (NoSuchFileException missing) {
            return gone();
        } catch (IOException failed) {
            return ErrorCode.TEMPORARILY_UNAVAILABLE
                    .answer("The storage does not answer.")
                    .header(HttpHeaders.RETRY_AFTER, "5");
        }
    }

    private static MutableHttpResponse<?> content(HttpRequest<?> request, LocalStorage storage, StoredFile file)
            throws IOException {
        String wanted = range(request, file);
        if (wanted.isEmpty()) {
            return described(HttpResponse.ok(), file).body(streamed(storage, file, whole(file)));
        }
        Optional<ByteRange> range = ByteRange.of(wanted, file.size());
        if (range.isEmpty()) {
            return ErrorCode.INVALID_PARAMETER_VALUE
                    .answer("The file has " + file.size() + " bytes, and none of them is in that range.")
                    .status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
        }
        return described(HttpResponse.status(HttpStatus.PARTIAL_CONTENT), file)
                .header(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + range.get().first() + "-" + range.get().last() + "/" + file.size())
                .body(streamed(storage, file, range.get()));
    }

    /** The one range that is asked for; empty when all of the file is the answer. */
    private static String range(HttpRequest<?> request, StoredFile file) {
        String range = request.getHeaders().findFirst(HttpHeaders.RANGE).orElse("");
        boolean same = request.getHeaders()
                .findFirst(HttpHeaders.IF_RANGE)
                .map(tag(file)::equals)
                .orElse(true);
        return same && ByteRange.isOne(range) ? range : "";
    }

    private static ByteRange whole(StoredFile file) {
        return new ByteRange(0, file.size() - 1);
    }

    private static StreamedFile streamed(LocalStorage storage, StoredFile file, ByteRange range) throws IOException {
        return new StreamedFile(
                new RangeStream(storage.open(file.path()), range),
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                file.modified(),
                range.length());
    }

    private static <T> MutableHttpResponse<T> described(MutableHttpResponse<T> response, StoredFile file) {
        return response.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.ETAG, tag(file))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    private static String tag(StoredFile file) {
        return "\"" + Long.toHexString(file.size()) + "-" + Long.toHexString(file.modified()) + "\"";
    }

    private static MutableHttpResponse<?> gone() {
        return ErrorCode.RESOURCE_DOES_NOT_EXIST.answer("The file is not there any more. Query again.");
    }
}
