CREATE TABLE note (id int PRIMARY KEY, body text NOT NULL, summary varchar(80));
INSERT INTO note VALUES (1, 'Grüße', NULL), (2, '', 'short');
