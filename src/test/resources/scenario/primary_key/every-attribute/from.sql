CREATE TABLE fresh (id bigint, n text);
CREATE TABLE renamed (id bigint CONSTRAINT before PRIMARY KEY);
CREATE TABLE columns (a bigint, b bigint, CONSTRAINT columns_pkey PRIMARY KEY (a));
CREATE TABLE includes (a bigint, b bigint, CONSTRAINT includes_pkey PRIMARY KEY (a));
CREATE TABLE defers (a bigint, CONSTRAINT defers_pkey PRIMARY KEY (a));
CREATE TABLE gone (a bigint, CONSTRAINT gone_pkey PRIMARY KEY (a));
