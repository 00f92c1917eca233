package dev.retort.command.config;

import dev.retort.UsageException;
import javax.lang.model.SourceVersion;

/** The package of the revision classes, which must be one that Java can name. */
final class PackageSetting {

    private PackageSetting() {}

    static String checked(String name) {
        if (!SourceVersion.isName(name)) {
            throw new UsageException(
                    "The package \"" + name + "\" cannot be one of Java's",
                    "it is identifiers joined by dots, none of them a keyword.",
                    "Correct --package, for example com.acme.shop.migrations.");
        }
        return name;
    }
}
