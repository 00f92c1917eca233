CREATE TABLE product (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE book (id bigint PRIMARY KEY, pages integer, name text NOT NULL);
CREATE TABLE atlas (id bigint PRIMARY KEY, scale integer, pages integer, name text NOT NULL);
