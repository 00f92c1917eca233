CREATE TABLE it (id int NOT NULL, sup int NOT NULL, PRIMARY KEY (sup, id));
CREATE TABLE pr (it_id int, sup int, CONSTRAINT pr_fk FOREIGN KEY (sup, it_id) REFERENCES it (sup, id));
