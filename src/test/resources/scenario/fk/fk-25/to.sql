CREATE TABLE some_table (id integer PRIMARY KEY, test varchar(10) UNIQUE, alt integer UNIQUE);
CREATE TABLE child (id integer PRIMARY KEY, tid integer, CONSTRAINT fk FOREIGN KEY (tid) REFERENCES some_table (id));
