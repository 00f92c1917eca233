CREATE TABLE stock (id bigint PRIMARY KEY, name varchar(255));
CREATE TABLE wagon (id bigint PRIMARY KEY REFERENCES stock, load integer);
CREATE TABLE locomotive (id bigint PRIMARY KEY REFERENCES stock, power integer NOT NULL);
INSERT INTO stock VALUES (1, 'a'), (2, 'b');
INSERT INTO wagon VALUES (2, 7);
