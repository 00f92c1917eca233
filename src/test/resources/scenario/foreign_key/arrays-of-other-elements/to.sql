CREATE TABLE p (a bigint[] UNIQUE);
CREATE TABLE c (a bigint[] CONSTRAINT c_fk REFERENCES p (a));
