package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of others whose stand-ins need what a revision makes, or that only SQL speaks of. */
class LateStandInsTest {

    @TempDir
    Path folder;

    @Test
    void keysOfTypesAndInSchemasThatRevisionsMakeAndInSql() throws IOException {
        HandWritten project = HandWritten.in(folder);
        Path settings = folder.resolve("retort.toml");
        Files.writeString(settings, "exclude = ['crm\\..*', 'shop\\.legacy']\n" + Files.readString(settings));
        project.revision("1", "message = \"keys to others\"", """
                op.execute("CREATE EXTENSION citext");
                op.execute("CREATE DOMAIN positive AS int CHECK (VALUE > 0)");
                op.createSchema("shop");
                op.createEnum("kind", "A", "B");
                op.createTable("shop.orders", bigint("id").notNull(), column("kind", "kind"), bigint("legacy"), column("mail", "citext"), column("nr", "positive"));
                op.addForeignKey("shop.orders", "of_kind", "kind").references("crm.kinds", "kind");
                op.addForeignKey("shop.orders", "of_legacy", "legacy").references("shop.legacy", "id");
                op.addForeignKey("shop.orders", "of_mail", "mail").references("crm.mails", "mail");
                op.addForeignKey("shop.orders", "of_nr", "nr").references("crm.numbers", "nr");
                op.execute("CREATE TABLE written (id int PRIMARY KEY, account numeric(10, 0) NOT NULL REFERENCES crm.account (id), a int, b varchar(5),"
                        + " FOREIGN KEY (a, b) REFERENCES crm.\\"Pair\\" (a, b))");
                op.execute("ALTER TABLE shop.orders ADD COLUMN payer bigint REFERENCES crm.payer");
                """, """
                op.dropTable("written");
                op.dropTable("shop.orders");
                op.dropEnum("kind");
                op.dropSchema("shop");
                op.execute("DROP DOMAIN positive");
                op.execute("DROP EXTENSION citext");
                """);
        project.revision(
                "2",
                "revises = \"1\", message = \"a column more\"",
                "op.addColumn(\"shop.orders\", text(\"note\"));",
                "op.dropColumn(\"shop.orders\", \"note\");");
        Ran verified = project.run("verify");
        assertThat(verified.code()).as(verified.all()).isZero();
        assertThat(verified.all())
                .contains(
                        "stand-in tables for crm.Pair, crm.account, crm.kinds, crm.mails, crm.numbers, crm.payer, shop.legacy");
        Ran made = project.run("diff", "--from", "empty", "--to", "revisions");
        assertThat(made.all())
                .contains("create table shop.orders", "create table written", "create schema shop")
                .doesNotContain("create table crm.", "create schema crm", "create table shop.legacy");
    }

    @Test
    void aKeyOverPeriods() {
        if (TestServer.majorVersion() < 18) {
            return;
        }
        HandWritten project = HandWritten.in(folder);
        project.revision(
                "1",
                "message = \"a period of another table\"",
                "op.createTable(\"stay\", bigint(\"room\"), column(\"at\", \"daterange\"));"
                        + " op.addForeignKey(\"stay\", \"in_room\", \"room\", \"at\").references(\"crm.room\", \"id\", \"valid\").period();"
                        + " op.execute(\"CREATE TABLE cleaned (room bigint, at daterange, FOREIGN KEY (room, PERIOD at) REFERENCES crm.room (id, PERIOD valid))\");",
                "op.dropTable(\"cleaned\"); op.dropTable(\"stay\");");
        Ran verified = project.run("verify");
        assertThat(verified.code()).as(verified.all()).isZero();
        assertThat(verified.all()).contains("a stand-in table for crm.room");
    }
}
