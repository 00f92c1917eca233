CREATE SCHEMA "We.ird";
CREATE TYPE "We.ird"."E'n""um" AS ENUM ('it''s', 'back\slash', 'a"b', E'new\nline');
CREATE SEQUENCE "We.ird"."s e q";
CREATE TABLE "We.ird"."select" ("from" integer PRIMARY KEY, "a.b" "We.ird"."E'n""um" DEFAULT 'it''s', "q""q" text DEFAULT E'*/ \\u002a/ """ \n \x1b[31m' CHECK ("q""q" <> '--;'), "ünïcödé_äöü" bigint DEFAULT nextval('"We.ird"."s e q"'));
COMMENT ON TABLE "We.ird"."select" IS E'*/ \\u002a/ """\nDROP TABLE x; --';
CREATE UNIQUE INDEX "ix;--" ON "We.ird"."select" (lower("q""q")) WHERE "q""q" <> 'x''y';
CREATE VIEW "We.ird"."v'w" AS SELECT "from" AS "to" FROM "We.ird"."select";
ALTER TABLE "We.ird"."select" ADD CONSTRAINT "fk'" FOREIGN KEY ("from") REFERENCES "We.ird"."select" ("from");
