CREATE TABLE t (a bigint[], b bigint, c text[], d text, e uuid[], f integer, g boolean, h text, i numeric(5,2)[] DEFAULT '{2}', j text, k text);
