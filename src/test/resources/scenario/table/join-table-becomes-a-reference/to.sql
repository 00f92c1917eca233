CREATE TABLE parent (id bigint PRIMARY KEY);
CREATE TABLE child (id bigint PRIMARY KEY, parent_id bigint REFERENCES parent);
CREATE TABLE parent_tags (parent_id bigint NOT NULL REFERENCES parent, tags text);
