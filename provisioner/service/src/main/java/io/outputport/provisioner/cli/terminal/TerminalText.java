package io.outputport.provisioner.cli.terminal;

/** Text that came from elsewhere, made fit for a terminal: what moves the cursor or turns the writing is replaced. */
public final class TerminalText {
    private static final String REPLACED = "\uFFFD";
    private static final String TAB = "    ";

    private TerminalText() {}

    /** Such as {@code 1 problem} or {@code 2 problems}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> shown.append(shown(character)));
        return shown.toString();
    }

    public static String shown(int character) {
        if (character == '\t') {
            return TAB;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACED;
            default -> Character.toString(character);
        };
    }

    /** How many columns of a terminal it takes: writing of East Asia takes two for each character, an accent none. */
    public static int width(String shown) {
        return shown.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(character)
                || (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x3041 && character <= 0x33FF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xFF01 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x1FAFF);
        return wide ? 2 : 1;
    }
}
