package io.outputport.provisioner.api.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a stream has told of each thing, so that it tells what differs only.
 *
 * @param <T> how a thing stands
 */
final class LastSent<T> {
    /** Longer than what one look brings; of what has fallen out, something equal may be told once more. */
    private static final int MOST = 2_000;

    private final Function<T, String> key;
    private final Map<String, T> told = new LinkedHashMap<>();

    LastSent(Function<T, String> key) {
        this.key = key;
    }

    /** Those that are new or differ. */
    List<T> changed(List<T> found) {
        List<T> changed = found.stream()
                .filter(thing -> !thing.equals(told.get(key.apply(thing))))
                .toList();
        changed.forEach(thing -> told.put(key.apply(thing), thing));
        if (told.size() > MOST) {
            List<String> oldest = new ArrayList<>(told.keySet()).subList(0, told.size() - MOST);
            oldest.forEach(told::remove);
        }
        return changed;
    }

    /** The keys of those that were told and are not among these; they count as never told. */
    List<String> gone(List<T> found) {
        List<String> here = found.stream().map(key).toList();
        List<String> gone =
                told.keySet().stream().filter(name -> !here.contains(name)).toList();
        gone.forEach(told::remove);
        return gone;
    }
}
