package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;

/** An extension that a model states: one that is there is the database's, in the version and the namespace that it has, unless the model says another. */
final class StatedExtension {

    private StatedExtension() {}

    /** The extension as it shall be; anything else as it is. */
    static Extra adopt(Extra shall, Schema now) {
        if (shall.kind() != Extra.Kind.EXTENSION) {
            return shall;
        }
        return now.extras().stream()
                .filter(shall::isSame)
                .findFirst()
                .map(is -> new Extra(
                                is.kind(),
                                shall.name().namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                                        ? is.name()
                                        : shall.name(),
                                null,
                                shall.definition().isEmpty() ? is.definition() : shall.definition())
                        .withStated(shall.stated()))
                .orElse(shall);
    }

    /** Whether a model states another version or schema of an extension that is there, or other bounds of a partition. */
    static boolean statesOther(Extra is, Extra shall) {
        return (shall.kind() == Extra.Kind.EXTENSION || shall.kind() == Extra.Kind.PARTITION)
                && shall.stated() != null
                && !shall.stated().isEmpty()
                && !is.equals(shall);
    }
}
