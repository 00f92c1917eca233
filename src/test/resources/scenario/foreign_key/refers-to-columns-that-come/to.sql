CREATE TABLE owner (id int PRIMARY KEY, new_code text DEFAULT '' NOT NULL, made timestamp);
CREATE UNIQUE INDEX owner_code ON owner (new_code, made);
CREATE TABLE thing (id int PRIMARY KEY, code text, made timestamp, CONSTRAINT thing_owner FOREIGN KEY (code, made) REFERENCES owner (new_code, made));
