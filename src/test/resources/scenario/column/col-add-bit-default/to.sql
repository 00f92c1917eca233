CREATE TABLE acct (id int PRIMARY KEY, mask bit(8) DEFAULT x'1F', nib bit(4) DEFAULT B'1010');
