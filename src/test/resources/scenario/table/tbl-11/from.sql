CREATE TABLE schema_version_tool (version_num varchar(32) PRIMARY KEY);
CREATE TABLE t (id integer PRIMARY KEY);
