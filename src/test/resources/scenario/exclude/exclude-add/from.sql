CREATE TABLE ci (c circle);
