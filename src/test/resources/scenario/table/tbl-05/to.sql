CREATE TABLE node (id integer PRIMARY KEY, parent_id integer CONSTRAINT fk_node_parent REFERENCES node (id));
