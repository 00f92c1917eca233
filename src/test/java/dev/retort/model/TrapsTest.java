package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Traps that show without a server. */
class TrapsTest {

    private static Model read(String trap) {
        return read(trap, Map.of());
    }

    private static Model read(String trap, Map<String, String> settings) {
        return new ModelReader()
                .read(new ModelRequest(TestModels.OWN, List.of("dev.retort.model." + trap), settings, 17));
    }

    @Test
    void primitivesThatMayBeNullAreTold() {
        assertThat(read("definitions").notes()).singleElement().satisfies(note -> assertThat(note.objects())
                .containsExactly("item.stock", "item.weight"));
    }

    @Test
    void optionsThatNoTableHoldsAreTold() {
        Model model = read("storage");
        assertThat(model.notes()).isEmpty();
        assertThat(read("aside").notes()).singleElement().satisfies(note -> {
            assertThat(note.rule()).isEqualTo("table-options");
            assertThat(note.objects()).containsExactly("shelf");
            assertThat(note.message())
                    .contains("Shelf states 'tablespace fast'")
                    .doesNotContain("fillfactor");
            assertThat(note.cure()).isNotEmpty();
        });
    }

    @Test
    void anEntityIsReadWithoutRunningItsStaticCode() {
        assertThat(read("waking").schema().tables()).containsOnlyKeys(ObjectName.of("sleeper"));
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

    /** By which the differ knows them again when they go. */
    @Test
    void indicatorsOfSoftDeletesHaveTheirComment() {
        Map<String, String> comments = new TreeMap<>();
        read("collections").schema().allTables().forEach(table -> table.columns().stream()
                .filter(c -> c.comment() != null)
                .forEach(c -> comments.put(table.name().name() + "." + c.name(), c.comment())));
        assertThat(comments)
                .containsEntry("team.gone", "Soft-delete indicator")
                .containsEntry("team_member.active", "Soft-delete indicator");
    }

    @Test
    void readingLeavesTheThreadAndTheLogAsTheyWere() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Level level = Logger.getLogger("org.hibernate").getLevel();
        read("keys");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(Logger.getLogger("org.hibernate").getLevel()).isEqualTo(level);
    }

    /**
     * The order is the entity's own, whatever order Hibernate keeps, which for an id of several parts is the JDK's; the columns of one
     * association stand by name.
     */
    @Test
    void columnsStandInTheOrderOfTheClassForAnIdOfSeveralParts() {
        for (String strategy : List.of("default", "legacy")) {
            Model model = read("keys", Map.of("hibernate.column_ordering_strategy", strategy));
            assertThat(columns(model, "entry"))
                    .containsExactly("zebra", "alpha", "branch_code", "branch_digits", "branch_town", "text");
        }
    }

    /** Neither the named query nor the listener is any of the schema's business; what a validator cannot read is told. */
    @Test
    void constraintsNeedNoSessionFactory() {
        Model model = read("partial");
        assertThat(column(model, "guest", "name"))
                .isEqualTo(new Column("name", SqlType.parse("varchar(40)"), false, null, null, null, null, null));
        assertThat(column(model, "room", "number").nullable()).isTrue();
        assertThat(model.notes()).singleElement().satisfies(note -> {
            assertThat(note.rule()).isEqualTo("bean-validation");
            assertThat(note.message()).contains("dev.retort.model.partial.Room", "Its columns may be nullable");
        });
    }

    /** A pool, a transaction manager, a cache, tenants: none is on the class path, and none is asked for. */
    @Test
    void settingsThatWouldConnectOrCreateAreLeftOut() {
        Map<String, String> ofAnApplication = new HashMap<>(Map.of(
                "jakarta.persistence.jtaDataSource", "java:comp/env/jdbc/none",
                "jakarta.persistence.jdbc.url", "jdbc:postgresql://nowhere.invalid/none",
                "jakarta.persistence.jdbc.driver", "com.acme.NoDriver",
                "hibernate.connection.provider_class", "com.acme.NoPool",
                "hibernate.hbm2ddl.auto", "create-drop",
                "hibernate.cache.region.factory_class", "com.acme.NoCache",
                "hibernate.transaction.jta.platform", "com.acme.NoPlatform",
                "hibernate.multi_tenant_connection_provider", "com.acme.NoTenants",
                "hibernate.session_factory.statement_inspector", "com.acme.NoInspector"));
        ofAnApplication.put("jakarta.persistence.schema-generation.database.action", "drop-and-create");
        assertThat(read("keys", ofAnApplication)).isEqualTo(read("keys"));
    }

    private static List<String> columns(Model model, String table) {
        return model.schema().table(ObjectName.of(table)).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    private static Column column(Model model, String table, String name) {
        return model.schema().table(ObjectName.of(table)).orElseThrow().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
