CREATE TABLE ev (n varchar(20), r tstzrange NOT NULL, CONSTRAINT ex EXCLUDE USING gist (r WITH &&) WHERE (n IS NOT NULL));
