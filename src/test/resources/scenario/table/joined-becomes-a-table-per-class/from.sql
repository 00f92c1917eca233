CREATE TABLE product (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE book (id bigint PRIMARY KEY REFERENCES product, pages integer);
CREATE TABLE atlas (id bigint PRIMARY KEY REFERENCES book, scale integer);
