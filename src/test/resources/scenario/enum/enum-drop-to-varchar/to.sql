CREATE TABLE person (c varchar(255) DEFAULT 'green');
