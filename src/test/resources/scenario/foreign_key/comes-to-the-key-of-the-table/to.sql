CREATE TABLE usr (id integer PRIMARY KEY);
CREATE TABLE det (id integer PRIMARY KEY REFERENCES usr, txt text);
CREATE TABLE part (id integer PRIMARY KEY REFERENCES usr);
CREATE TABLE piece (id integer PRIMARY KEY, part_id integer REFERENCES part);
