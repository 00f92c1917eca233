package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Traps that show without a server. */
class TrapsTest {

    private static Model read(String trap) {
        return new ModelReader()
                .read(new ModelRequest(TestModels.OWN, List.of("dev.retort.model." + trap), Map.of(), 17));
    }

    @Test
    void primitivesThatMayBeNullAreTold() {
        assertThat(read("definitions").notes()).singleElement().satisfies(note -> assertThat(note.objects())
                .containsExactly("item.stock", "item.weight"));
    }

    /** The parent and the siblings of a subclass cannot be stored without a value for it. */
    @Test
    void requiredColumnsOfASubclassAreTold() {
        assertThat(read("inheritance").notes())
                .filteredOn(note -> note.rule().equals("required-in-subclass"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.objects()).containsExactly("animal.breed");
                    assertThat(note.message()).contains("Dog.breed", "no row of Animal, Cat");
                });
    }

    @Test
    void generatorTablesComeWithTheirRows() {
        Model model = read("generators");
        assertThat(model.initCommands()).containsKey(ObjectName.of("id_source"));
        assertThat(model.initCommands().get(ObjectName.of("id_source")))
                .singleElement()
                .satisfies(sql ->
                        assertThat(sql).startsWith("insert into id_source").contains("'named'"));
    }

    @Test
    void aSerialColumnOwnsItsSequence() {
        Sequence sequence = read("generators").schema().sequences().get(ObjectName.of("byuuid_number_seq"));
        assertThat(sequence.ownedBy()).isNotNull();
        assertThat(sequence.ownedBy().display()).isEqualTo("byuuid.number");
    }

    @Test
    void namesAreCutByBytes() {
        assertThat(read("named")
                        .schema()
                        .tables()
                        .get(new ObjectName("books", "Ledger Entry"))
                        .columns())
                .extracting(Column::name)
                .contains(
                        "averylongcolumnnamethatgoesonandonuntilpostgresqlhastocutitsome",
                        "größenÄnderungdiesehrlangistundumlautehatÜberÜberÜberÜbe");
        assertThat(Names.cut("€".repeat(22))).isEqualTo("€".repeat(21));
    }

    @Test
    void viewsAndSubselectsHaveNoTable() {
        Model model = read("objects");
        assertThat(model.schema().tables()).containsOnlyKeys(ObjectName.of("reading"));
        assertThat(model.schema().views()).containsOnlyKeys(ObjectName.of("daily"));
        assertThat(model.schema().tables().get(ObjectName.of("reading")).foreignKeys())
                .isEmpty();
    }

    @Test
    void twoReadingsAreEqual() {
        assertThat(read("collections")).isEqualTo(read("collections"));
    }

    @Test
    void readingLeavesTheThreadAndTheLogAsTheyWere() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Level level = Logger.getLogger("org.hibernate").getLevel();
        read("keys");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(Logger.getLogger("org.hibernate").getLevel()).isEqualTo(level);
    }
}
