create table account (dtype varchar(31) not null, id bigint not null, primary key (id));
insert into account values ('Premium', 1);
