CREATE TABLE p (id int PRIMARY KEY, k int);
CREATE TABLE c (k int);
