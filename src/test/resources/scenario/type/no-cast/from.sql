CREATE TABLE t (a bigint, b date, c uuid, d boolean, e inet, f interval, g point, h timestamp);
