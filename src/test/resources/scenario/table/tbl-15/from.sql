CREATE EXTENSION btree_gist;
CREATE TABLE ext_owned (x integer);
ALTER EXTENSION btree_gist ADD TABLE ext_owned;
