CREATE TABLE some_table (id integer PRIMARY KEY, test varchar(10) UNIQUE, alt integer UNIQUE);
CREATE TABLE child (id integer PRIMARY KEY, tid integer, t2 varchar(10), CONSTRAINT fk FOREIGN KEY (tid) REFERENCES some_table (id) ON DELETE CASCADE);
