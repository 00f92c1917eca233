CREATE TABLE it (id int PRIMARY KEY, sup int NOT NULL);
CREATE TABLE pr (it_id int, sup int, CONSTRAINT pr_fk FOREIGN KEY (it_id) REFERENCES it (id));
