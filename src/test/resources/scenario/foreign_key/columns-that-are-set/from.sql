CREATE TABLE p (a bigint, b bigint, PRIMARY KEY (a, b));
CREATE TABLE t (id bigint PRIMARY KEY, a bigint, b bigint, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL);
