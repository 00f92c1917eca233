CREATE TABLE t (a integer, b integer[], c text, d text[], e varchar(5)[], f boolean, g integer, h jsonb, i numeric[] DEFAULT '{1}', j bytea, k integer[]);
