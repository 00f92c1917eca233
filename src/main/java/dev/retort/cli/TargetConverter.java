package dev.retort.cli;

import dev.retort.revision.Target;
import picocli.CommandLine.ITypeConverter;

/** Reads a target of the command line. */
final class TargetConverter implements ITypeConverter<Target> {

    @Override
    public Target convert(String value) {
        return Target.parse(NegativeTargets.unprotect(value));
    }
}
