package io.outputport.provisioner.flow.order;

import io.opentelemetry.api.trace.Span;
import io.outputport.provisioner.descriptor.model.DataProduct;
import java.util.Optional;

/** Says on the span of a request or of a task's run which data product it is about. */
public final class ProductSpan {
    private ProductSpan() {}

    public static void tell(DataProduct product) {
        tell(product.id().value());
    }

    /** @param id the data product's */
    public static void tell(String id) {
        Span.current().setAttribute("provisioner.data_product", id);
    }

    public static void tell(Optional<DataProduct> product) {
        product.ifPresent(ProductSpan::tell);
    }
}
