CREATE TABLE o (cust varchar(20), tbl varchar(20), CONSTRAINT one_of CHECK ((tbl IS NULL) <> (cust IS NULL)));
