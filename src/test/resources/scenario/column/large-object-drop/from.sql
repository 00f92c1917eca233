-- A column of Hibernate's @Lob goes, and a table with one.
CREATE TABLE doc (id bigint PRIMARY KEY, "Content" oid);
CREATE TABLE attachment (id bigint PRIMARY KEY, body oid);
