package dev.retort.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and of the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"retort " + version + " (Java " + Runtime.version() + ")"};
    }
}
