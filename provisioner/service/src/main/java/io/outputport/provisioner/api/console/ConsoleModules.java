package io.outputport.provisioner.api.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The libraries of the page, which import each other by name: where each lies on the class path, and the map by which a
 * browser finds it here.
 */
record ConsoleModules(List<Module> modules) {
    static final String FOLDER = "modules/";

    ConsoleModules {
        modules = List.copyOf(modules);
    }

    /**
     * One library.
     *
     * @param name by which others import it
     * @param folder on the class path, with a slash at its end
     * @param main the file in the folder that the name stands for
     */
    record Module(String name, String folder, String main) {
        private static Module of(String name, String place) {
            String[] parts = place.split(" ");
            return new Module(name, parts[0], parts[1]);
        }
    }

    /** @param places folder and main file by name */
    static ConsoleModules of(Properties places) {
        return new ConsoleModules(places.stringPropertyNames().stream()
                .map(name -> Module.of(name, places.getProperty(name)))
                .sorted(Comparator.comparing(Module::name))
                .toList());
    }

    /** Where the file of a path below {@link #FOLDER} lies on the class path; empty where it is of no module. */
    Optional<String> resource(String path) {
        return modules.stream()
                .filter(module -> path.startsWith(module.name() + "/"))
                .map(module -> module.folder() + path.substring(module.name().length() + 1))
                .findFirst();
    }

    /** As a browser reads it; relative, so that it holds below any base path. */
    String importMap() {
        return modules.stream()
                .map(module -> "\"%1$s\":\"./%2$s%1$s/%3$s\",\"%1$s/\":\"./%2$s%1$s/\""
                        .formatted(module.name(), FOLDER, module.main()))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }
}
