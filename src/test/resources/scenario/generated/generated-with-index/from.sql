CREATE TABLE art (id int, title text NOT NULL);
