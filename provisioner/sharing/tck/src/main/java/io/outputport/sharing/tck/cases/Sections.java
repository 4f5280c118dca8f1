package io.outputport.sharing.tck.cases;

import java.util.List;

/** All sections, in the order in which they are read. */
public final class Sections {
    private Sections() {}

    public static List<Class<?>> all() {
        return List.of(
                ListCases.class,
                ErrorCases.class,
                CapabilityCases.class,
                MetadataCases.class,
                ContentCases.class,
                HintCases.class,
                LimitCases.class,
                HistoryCases.class,
                PageCases.class,
                RefreshCases.class,
                AccessCases.class,
                AddressCases.class);
    }
}
