create table account (id bigint not null, dtype varchar(31) not null, manager varchar(255), primary key (id), check (dtype <> 'Premium' or (manager is not null)));
