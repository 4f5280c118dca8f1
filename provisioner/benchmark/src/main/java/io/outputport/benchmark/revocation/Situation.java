package io.outputport.benchmark.revocation;

/** What is the matter while access is taken away. In those that hang, a provision of the same port waits for that system. */
enum Situation {
    HEALTHY("every system healthy"),
    HASURA_HANGS("Hasura hangs"),
    SOURCE_HANGS("the source hangs");

    private final String words;

    Situation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
