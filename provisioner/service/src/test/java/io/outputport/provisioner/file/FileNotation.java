package io.outputport.provisioner.file;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Rule;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.List;

/** {@code technology: File} with {@code specific.file}. */
final class FileNotation implements PortNotation {
    static final String NAME = "file";

    /** @param file the name of a file in the folder of all ports */
    record FileDescriptor(DataProduct product, Located<String> id, Located<String> file)
            implements OutputPortDescriptor {
        @Override
        public String technology() {
            return NAME;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> spellings() {
        return List.of("File");
    }

    @Override
    public List<Rule> rules() {
        return List.of(subject -> subject.port().stream()
                .flatMap(port -> new RequiredText(port.specific(), "file").described("the name of the file").stream()));
    }

    @Override
    public Outcome<OutputPortDescriptor> read(Subject subject) {
        var port = subject.port().orElseThrow();
        return Outcome.done(new FileDescriptor(
                subject.product().orElseThrow(),
                port.id().text().orElseThrow(),
                port.specific().child("file").text().orElseThrow()));
    }
}
