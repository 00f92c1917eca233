CREATE TABLE parent (id bigint PRIMARY KEY, tags text[]);
CREATE TABLE child (id bigint PRIMARY KEY);
CREATE TABLE parent_child (parent_id bigint NOT NULL REFERENCES parent, children_id bigint NOT NULL REFERENCES child);
INSERT INTO parent VALUES (1, '{a}');
