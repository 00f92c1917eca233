CREATE TABLE "\u0041" (" " int PRIMARY KEY, "%s" text DEFAULT '%s \u0041 {0} ${x} $1', "$1" varchar(5) CHECK ("$1" ~ '\$\{'), "{0}" bigint, "*/" text);
COMMENT ON TABLE "\u0041" IS '${HOME} {@link x} <b> & @Foo %n';
CREATE TYPE "*/ e" AS ENUM ('*/', '%s', '\u000a', '${x}', '', ' ');
