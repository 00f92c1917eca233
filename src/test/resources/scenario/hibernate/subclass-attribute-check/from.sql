create table account (dtype varchar(31) not null, id bigint not null, manager varchar(255), primary key (id));
