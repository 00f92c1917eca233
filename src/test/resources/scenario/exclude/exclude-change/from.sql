CREATE TABLE ev (n varchar(20), r tstzrange NOT NULL, CONSTRAINT ex EXCLUDE (n WITH =));
