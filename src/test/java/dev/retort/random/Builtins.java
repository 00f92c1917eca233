package dev.retort.random;

import dev.retort.random.Type.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types that every server has, by what converts into what. */
final class Builtins {

    private static final Map<Family, List<Type>> FAMILIES = new EnumMap<>(Family.class);

    static {
        List<String> one = List.of("'1'", "'2'");
        add(
                Family.NUMBER,
                "btree hash",
                one,
                List.of("7", "(3 + 4)", "'8'"),
                "smallint|integer|integer|bigint|numeric|numeric(10,2)|numeric(8,0)|real|double precision");
        add(Family.NUMBER, "btree hash", one, List.of("'7'"), "varchar(20)|text|character(6)");
        add(
                Family.TEXT,
                "btree hash",
                List.of("'a \"b\\c'", "'it''s'"),
                List.of("'x'", "''", "upper('y')", "'a' || E'\\n\\t\\\\'", "CURRENT_USER", "'*/ \\u002a/ \"\"\"'"),
                "text|varchar|varchar(80)|varchar(255)|character varying(81)|character(20)");
        add(
                Family.MOMENT,
                "btree hash",
                List.of("'2020-02-29'", "'2021-12-31'"),
                List.of("now()", "CURRENT_TIMESTAMP", "'2020-01-01'", "('now'::text)::date"),
                "date|timestamp|timestamp(3)|timestamptz|timestamptz(0)|timestamp with time zone");
        add(Family.TIME, "btree hash", List.of("'10:11:12'", "'23:59'"), List.of("'00:00'"), "time|time(2)|time(0)");
        add(
                Family.SPAN,
                "btree hash",
                List.of("'1 day'", "'2 days'"),
                List.of("'1 day 02:00'", "interval '1' month"),
                "interval|interval day to second|interval(3)");
        add(
                Family.TRUTH,
                "btree hash",
                List.of("'true'", "'false'"),
                List.of("true", "false", "(1 = 2)"),
                "boolean|boolean");
        add(Family.DOCUMENT, "", List.of("'{\"a\": 1}'", "'[]'"), List.of("'{}'"), "json|jsonb|text");
        add(
                Family.UUID,
                "btree hash",
                List.of("'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'"),
                List.of("'00000000-0000-0000-0000-000000000009'"),
                "uuid|text|varchar(36)");
        add(Family.BITS, "btree", List.of("'0101'", "'0011'"), List.of("'1111'"), "bit(4)|bit varying|bit varying(9)");
        add(
                Family.NUMBERS,
                "btree hash gin",
                List.of("'{1,2}'", "'{3}'"),
                List.of("'{}'", "ARRAY[1, 2]"),
                "integer[]|bigint[]|numeric(6,0)[]|smallint[]");
        add(
                Family.TEXTS,
                "btree hash gin",
                List.of("'{a,\"b c\"}'", "'{d}'"),
                List.of("'{}'", "ARRAY['x', NULL]"),
                "text[]|varchar(30)[]|varchar[]");
        add(Family.OTHER, "btree hash", List.of("'\\x01'", "'\\x02'"), List.of("'\\xff'"), "bytea");
        add(Family.OTHER, "btree hash gist", List.of("'[1,3)'", "'[5,7)'"), List.of("'empty'"), "int4range");
        add(
                Family.OTHER,
                "btree hash gist",
                List.of("'[2020-01-01,2020-02-01)'", "'[2021-01-01,2021-02-01)'"),
                List.of(),
                "daterange|tstzrange");
        add(Family.OTHER, "btree hash", List.of("'10.0.0.1'", "'10.0.0.2'"), List.of("'127.0.0.1'"), "inet|cidr");
        add(Family.OTHER, "btree gin", List.of("'a'", "'b'"), List.of("to_tsvector('simple', 'c')"), "tsvector");
        add(Family.OTHER, "", List.of("'<a/>'", "'<b/>'"), List.of(), "xml");
        add(Family.OTHER, "btree", List.of("'1'", "'2'"), List.of("'3'"), "money|oid");
        add(Family.OTHER, "gist", List.of("'(1,1)'", "'(2,2)'"), List.of(), "point");
        add(Family.OTHER, "btree hash", List.of("'{[1,2)}'", "'{[3,4)}'"), List.of(), "int4multirange");
    }

    private Builtins() {}

    private static void add(Family family, String classes, List<String> values, List<String> defaults, String names) {
        for (String name : names.split("\\|", -1)) {
            boolean text = name.equals("text") || name.startsWith("varchar(");
            boolean jsonb = name.equals("jsonb");
            FAMILIES.computeIfAbsent(family, f -> new ArrayList<>())
                    .add(new Type(
                            name,
                            family,
                            text || jsonb || classes.contains("btree"),
                            (text || jsonb || classes.contains("hash")) && !name.equals("money"),
                            jsonb || classes.contains("gin"),
                            classes.contains("gist"),
                            values,
                            !name.equals("date") ? defaults : List.of("CURRENT_DATE", "'2020-01-01'"),
                            Set.of()));
        }
    }

    static List<Type> of(Family family) {
        return FAMILIES.get(family);
    }

    static Type text() {
        return of(Family.TEXT).get(0);
    }

    /** Any of them. */
    static Type any(Dice dice) {
        return dice.pick(of(dice.pick(List.copyOf(FAMILIES.keySet()))));
    }

    /** One that the values of that one's rows convert into and back. */
    static Type kin(Type type, Dice dice) {
        return type.family() == Family.OTHER ? type : dice.pick(of(type.family()));
    }
}
