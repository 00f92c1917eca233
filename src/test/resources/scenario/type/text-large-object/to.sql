CREATE TABLE note (id int PRIMARY KEY, body oid NOT NULL, summary oid);
