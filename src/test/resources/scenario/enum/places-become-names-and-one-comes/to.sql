CREATE TABLE job (id int PRIMARY KEY, state varchar(255) NOT NULL CHECK (state IN ('NEW', 'DONE', 'GONE')));
