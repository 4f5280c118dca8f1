package io.outputport.provisioner.port;

import java.util.List;

/**
 * What switches a kind of port on. Found by {@link java.util.ServiceLoader}: it is asked before there are beans, and decides
 * whether those of its package are made.
 */
public interface TechnologySwitch {
    /** The package's configuration asks for the property {@code provisioner.technology.<name>}. */
    String name();

    /** The settings that it cannot do without; the first is the address of its system, and switches it on. */
    List<String> required();

    /** Its ports in a sentence, for example {@code ports on Hasura}. */
    String ports();
}
