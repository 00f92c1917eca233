CREATE TABLE owner (id int PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX owner_code ON owner (code);
CREATE TABLE thing (id int PRIMARY KEY, code text, made timestamp, CONSTRAINT thing_owner FOREIGN KEY (code) REFERENCES owner (code));
