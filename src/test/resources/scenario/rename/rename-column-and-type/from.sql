CREATE TABLE u (id bigint, username varchar(100));
