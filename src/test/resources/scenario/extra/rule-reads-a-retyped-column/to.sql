CREATE TABLE t (id int primary key, a bigint);
CREATE TABLE log (id int, a bigint);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.id, NEW.a);
