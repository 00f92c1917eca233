CREATE TABLE person (id int); CREATE TYPE evil AS ENUM ('x''); DROP TABLE person; --');
