package io.outputport.foundation.settings;

/** A missing or wrong setting; the message is one sentence that names it and is fit to be shown as it is. */
public final class SettingsException extends RuntimeException {
    public SettingsException(String sentence) {
        super(sentence);
    }
}
