package dev.retort.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of {@code pg_catalog}, their aliases, and {@code serial}, which is a type for new columns only, per the manual's chapter on data types and {@code format_type}. */
final class BuiltinTypes {

    /** The precision of times and intervals where none is stated; stating it changes nothing. */
    private static final String DEFAULT_PRECISION = "6";

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("national character varying", "character varying"),
            Map.entry("national char varying", "character varying"),
            Map.entry("nchar varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national character", "character"),
            Map.entry("national char", "character"),
            Map.entry("serial2", "smallserial"),
            Map.entry("serial4", "serial"),
            Map.entry("serial8", "bigserial"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    private static final Set<String> NAMES = Set.of(
            ("aclitem,bigint,bigserial,bit,bit varying,boolean,box,bpchar,bytea,character,character varying,cid,cidr,circle,date,datemultirange,daterange,"
                            + "double precision,gtsvector,inet,int4multirange,int4range,int8multirange,int8range,integer,interval,json,jsonb,"
                            + "jsonpath,line,lseg,macaddr,macaddr8,money,name,numeric,nummultirange,numrange,oid,oidvector,path,pg_lsn,"
                            + "pg_snapshot,point,polygon,real,refcursor,regclass,regcollation,regconfig,regdictionary,regnamespace,regoper,"
                            + "regoperator,regproc,regprocedure,regrole,regtype,serial,smallint,smallserial,text,tid,time with time zone,"
                            + "time without time zone,timestamp with time zone,timestamp without time zone,tsmultirange,tsquery,tsrange,"
                            + "tstzmultirange,tstzrange,tsvector,txid_snapshot,uuid,xid,xid8,xml")
                    .split(","));

    private BuiltinTypes() {}

    /** Whether a name, as {@code pg_type.typname} or {@code format_type} has it, is a built-in type. */
    static boolean isName(String name) {
        return NAMES.contains(name);
    }

    /** The canonical form of a built-in type given by its unquoted words; empty if it is none. */
    static Optional<SqlType> canonical(List<String> words, String modifiers) {
        String name = String.join(" ", words);
        if (words.get(0).equals("interval")) {
            return Optional.of(interval(words, modifiers));
        }
        if (name.equals("float")) {
            return Optional.of(binary(modifiers));
        }
        if (words.size() == 1
                && name.startsWith("_")
                && canonical(List.of(name.substring(1)), "").isPresent()) {
            return canonical(List.of(name.substring(1)), modifiers).map(SqlType::asArray);
        }
        String canonical = ALIASES.getOrDefault(name, name);
        return NAMES.contains(canonical)
                ? Optional.of(new SqlType(null, canonical, modifiers(canonical, modifiers), false))
                : Optional.empty();
    }

    private static String modifiers(String canonical, String stated) {
        return switch (canonical) {
            case "character", "bit" -> stated.isEmpty() ? "1" : stated;
            case "numeric" -> stated.isEmpty() || stated.contains(",") ? stated : stated + ",0";
            case "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone" -> stated.equals(DEFAULT_PRECISION) ? "" : stated;
            default -> stated;
        };
    }

    /** {@code float(p)}: up to 24 binary digits are {@code real}, more are {@code double precision}. */
    private static SqlType binary(String digits) {
        boolean single = !digits.isEmpty() && digits.length() <= 2 && Integer.parseInt(digits) <= 24;
        return SqlType.builtin(single ? "real" : "double precision");
    }

    /** {@code interval}, {@code interval(3)}, {@code interval day to second(3)}. */
    private static SqlType interval(List<String> words, String modifiers) {
        String precision = modifiers.equals(DEFAULT_PRECISION) ? "" : modifiers;
        if (words.size() == 1) {
            return new SqlType(null, "interval", precision, false);
        }
        String fields = String.join(" ", words.subList(1, words.size()));
        return new SqlType(null, "interval", fields + (precision.isEmpty() ? "" : "(" + precision + ")"), false);
    }
}
