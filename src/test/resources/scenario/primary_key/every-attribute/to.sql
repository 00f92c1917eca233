CREATE TABLE fresh (id bigint CONSTRAINT fresh_pkey PRIMARY KEY, n text);
CREATE TABLE renamed (id bigint CONSTRAINT after PRIMARY KEY);
CREATE TABLE columns (a bigint, b bigint, CONSTRAINT columns_pkey PRIMARY KEY (a, b));
CREATE TABLE includes (a bigint, b bigint, CONSTRAINT includes_pkey PRIMARY KEY (a) INCLUDE (b));
CREATE TABLE defers (a bigint, CONSTRAINT defers_pkey PRIMARY KEY (a) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE gone (a bigint NOT NULL);
