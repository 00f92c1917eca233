CREATE TABLE looooooooooooooooooooooooooooooooooooooong_table_62_characters (a int NOT NULL);
