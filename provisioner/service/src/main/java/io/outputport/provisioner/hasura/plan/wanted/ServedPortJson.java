package io.outputport.provisioner.hasura.plan.wanted;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.port.plan.ServedState;
import java.util.Map;

/** A {@link ServedPort} as it is stored, and the form of all that is stored of a port. */
public final class ServedPortJson {
    /** What differs from how the types are written down has been stored so since before they were. */
    public static final StoredJson FORM = StoredJson.with(Map.of(
            ServedPort.class, ServedPortForm.class,
            PortEntry.class, EntryForm.class,
            WantedPort.Names.class, NamesForm.class,
            WantedPort.Offer.class, OfferForm.class));

    private ServedPortJson() {}

    /** As the register keeps it. */
    public static ServedState state(ServedPort port) {
        return new ServedState(HasuraNotation.NAME, FORM.write(port));
    }

    public static ServedPort read(ServedState state) {
        return FORM.read(state.json(), ServedPort.class);
    }

    private interface ServedPortForm {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, String> keptNames();
    }

    @JsonPropertyOrder({"customName", "role"})
    private interface EntryForm {}

    @JsonPropertyOrder({"customTableName", "comment"})
    private interface NamesForm {}

    @JsonPropertyOrder("allowAggregations")
    private interface OfferForm {}
}
