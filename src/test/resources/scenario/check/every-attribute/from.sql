CREATE TABLE t (id bigint PRIMARY KEY, status varchar(10) CONSTRAINT t_status_check CHECK (status IN ('NEW', 'PAID')), n integer CONSTRAINT before CHECK (n > 0), m integer CONSTRAINT gone CHECK (m > 0), CONSTRAINT own CHECK (n < 100));
ALTER TABLE t ADD CONSTRAINT validates CHECK (m < 50) NOT VALID;
