CREATE TABLE t (id integer PRIMARY KEY, c timestamp DEFAULT (now() AT TIME ZONE 'utc'));
