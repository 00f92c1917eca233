CREATE TABLE guest (id bigint PRIMARY KEY, mail text);
