package dev.retort.diff;

import dev.retort.operation.CreateCast;
import dev.retort.operation.DropCast;
import dev.retort.schema.Cast;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;

/** The casts by text conversion; one of a type that is rebuilt goes with the old type and comes back with the new. */
final class CastDiffer {

    private CastDiffer() {}

    static void diff(Sides sides) {
        for (Cast cast : sides.from().casts()) {
            if (!sides.to().casts().contains(cast) || isUnsettled(cast, sides)) {
                sides.changes().add(Phase.DROP_CAST, new DropCast(cast));
            }
        }
        for (Cast cast : sides.to().casts()) {
            if (!sides.from().casts().contains(cast) || isUnsettled(cast, sides)) {
                sides.changes().add(Phase.CREATE_CAST, new CreateCast(cast));
            }
        }
    }

    private static boolean isUnsettled(Cast cast, Sides sides) {
        return isReplaced(cast.source(), sides) || isReplaced(cast.target(), sides);
    }

    private static boolean isReplaced(SqlType type, Sides sides) {
        ObjectName name = type.userType();
        if (name == null) {
            return false;
        }
        EnumType is = sides.from().enums().get(name);
        EnumType shall = sides.to().enums().get(name);
        return sides.impact().replacedTypes.contains(name)
                || (is != null && shall != null && !EnumDiffer.grows(is, shall));
    }
}
