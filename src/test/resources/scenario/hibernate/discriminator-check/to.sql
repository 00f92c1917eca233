create table account (id bigint not null, dtype varchar(31) not null check ((dtype in ('Account','Premium'))), primary key (id));
