create table parcel (id bigint not null, region varchar(255) not null, primary key (id, region));
