package dev.retort.schema;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which identifiers SQL reads as something else unless they are quoted: the key words of PostgreSQL 18 that are not "non-reserved", per the manual's
 * appendix C, as {@code quote_identifier} quotes them.
 */
public final class ReservedWords {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private static final Set<String> WORDS = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character "
                            + "check coalesce collate collation column concurrently constraint create cross current_catalog current_date "
                            + "current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc "
                            + "distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest "
                            + "group grouping having ilike in initially inner inout int integer intersect interval into is isnull join "
                            + "json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize "
                            + "json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national "
                            + "natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps "
                            + "overlay placing position precision primary real references returning right row select session_user setof "
                            + "similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing "
                            + "treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes "
                            + "xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable")
                    .split(" "));

    private ReservedWords() {}

    /** Whether SQL reads the word as something else than a name. */
    public static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** The identifier as SQL must spell it: quoted where it is not plain lower case or is reserved. */
    public static String quote(String identifier) {
        return PLAIN.matcher(identifier).matches() && !contains(identifier)
                ? identifier
                : '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
