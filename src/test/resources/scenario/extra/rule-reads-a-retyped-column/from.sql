CREATE TABLE t (id int primary key, a int);
CREATE TABLE log (id int, a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.id, NEW.a);
