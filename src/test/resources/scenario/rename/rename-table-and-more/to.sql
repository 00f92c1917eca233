CREATE TABLE acc (id bigint NOT NULL PRIMARY KEY, username varchar(100) NOT NULL, created timestamp DEFAULT CURRENT_TIMESTAMP);
