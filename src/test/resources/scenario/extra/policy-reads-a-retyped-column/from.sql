CREATE TABLE t (id int primary key, owner varchar(10));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (owner = current_user);
