CREATE TABLE o (cust varchar(20), tbl varchar(20));
