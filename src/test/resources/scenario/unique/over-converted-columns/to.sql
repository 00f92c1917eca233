CREATE TABLE t (id int PRIMARY KEY, code integer CONSTRAINT t_code_key UNIQUE, state integer, part date, note text);
CREATE UNIQUE INDEX t_note ON t (note) WHERE state > 3;
CREATE UNIQUE INDEX t_sum ON t ((code + 1)) WHERE note <> '';
CREATE UNIQUE INDEX t_part ON t (part);
