CREATE TABLE p (id int PRIMARY KEY, k varchar(20) UNIQUE);
CREATE TABLE c (p_id int, p_k varchar(20), CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id));
