CREATE TABLE "T" (
    id int,
    code varchar(10),
    body text,
    pages int,
    twice int GENERATED ALWAYS AS (pages * 2) STORED
);
ALTER TABLE "T"
    ALTER code SET STORAGE EXTERNAL, ALTER code SET STATISTICS 77, ALTER code SET (n_distinct = 5),
    ALTER body SET COMPRESSION pglz,
    ALTER twice SET STATISTICS 300, ALTER twice SET (n_distinct = 7);
CREATE STATISTICS plain ON id, code FROM "T";
ALTER STATISTICS plain SET STATISTICS 55;
CREATE STATISTICS "of expression" ON (lower(code)) FROM "T";
ALTER STATISTICS "of expression" SET STATISTICS 66;
COMMENT ON STATISTICS "of expression" IS 'kept';
CREATE STATISTICS other ON id, body FROM "T";
ALTER STATISTICS other SET STATISTICS 10;
