package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.port.TechnologySwitch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Which kinds of output ports are served here: those whose system has an address. */
final class TechnologySwitches {
    private static final List<TechnologySwitch> ALL = ServiceLoader.load(TechnologySwitch.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private TechnologySwitches() {}

    /** What the configurations of the technologies' packages ask for. */
    static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        ALL.stream()
                .filter(technology -> isOn(technology, settings))
                .forEach(technology -> properties.put("provisioner.technology." + technology.name(), "true"));
        return properties;
    }

    /** At least one is on, and whichever is has all it needs. Who set something of one without its address meant that one. */
    static void check(Settings settings) {
        List<TechnologySwitch> on =
                ALL.stream().filter(technology -> isOn(technology, settings)).toList();
        on.forEach(technology -> settings.requireAll(technology.required()));
        if (!on.isEmpty()) {
            return;
        }
        ALL.stream()
                .filter(technology -> isBegun(technology, settings))
                .forEach(technology -> settings.requireAll(technology.required()));
        throw new SettingsException(nothing());
    }

    private static String nothing() {
        String addresses = ALL.stream().map(TechnologySwitches::address).collect(Collectors.joining(" nor "));
        String ways = ALL.stream()
                .map(technology -> listed(technology.required()) + " for " + technology.ports())
                .collect(Collectors.joining(", or "));
        return "Neither " + addresses + " is set, so there is nothing to serve. Set " + ways + ".";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String address(TechnologySwitch technology) {
        return technology.required().get(0);
    }

    private static boolean isOn(TechnologySwitch technology, Settings settings) {
        return settings.text(address(technology)).isPresent();
    }

    private static boolean isBegun(TechnologySwitch technology, Settings settings) {
        return technology.required().stream()
                .anyMatch(name -> settings.text(name)
                        .or(() -> settings.text(name + "_FILE"))
                        .isPresent());
    }
}
