package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillOrderTest {

    private static final ObjectName LINK = ObjectName.of("link");
    private static final ObjectName VEHICLE = ObjectName.of("vehicle");

    private final AddColumn ofLink = column(LINK, "vehicle_code");
    private final AddColumn ofVehicle = column(VEHICLE, "code");
    private final AddColumn optional = column(ObjectName.of("note"), "text");

    private static AddColumn column(ObjectName table, String name) {
        return new AddColumn(table, Column.of(name, SqlType.parse("text")));
    }

    private static RequiredColumn gap(AddColumn add) {
        return new RequiredColumn(add.table(), add.table(), add.column(), true, Set.of(), null);
    }

    @Test
    void whatIsReferredToIsFilledBeforeWhatIsTakenFromIt() {
        Operation key = key(LINK, "vehicle_code", VEHICLE, "code");
        assertThat(FillOrder.of(List.of(ofLink, optional, ofVehicle, key), Set.of(gap(ofLink), gap(ofVehicle))))
                .containsExactly(ofVehicle, ofLink, optional, key);
    }

    @Test
    void whatRefersToNothingNewStaysWhereItIs() {
        Operation key = key(VEHICLE, "code", LINK, "vehicle_code");
        List<Operation> operations = List.of(ofLink, optional, ofVehicle, key);
        assertThat(FillOrder.of(operations, Set.of(gap(ofLink)))).isEqualTo(operations);
        assertThat(FillOrder.of(operations, Set.of(gap(ofLink), gap(ofVehicle))))
                .containsExactly(ofLink, ofVehicle, optional, key);
    }

    @Test
    void aCircleIsBrokenSomewhere() {
        Operation there = key(LINK, "vehicle_code", VEHICLE, "code");
        Operation back = key(VEHICLE, "code", LINK, "vehicle_code");
        assertThat(FillOrder.of(List.of(ofLink, ofVehicle, there, back), Set.of(gap(ofLink), gap(ofVehicle))))
                .containsExactlyInAnyOrder(ofLink, ofVehicle, there, back);
    }

    private static Operation key(ObjectName table, String column, ObjectName target, String referred) {
        return new AddConstraint(table, ForeignKey.of(null, List.of(column), target, List.of(referred)));
    }
}
