CREATE TABLE t (id integer PRIMARY KEY, c date DEFAULT now()::date);
