-- Inherited columns are read for their names, which local constraints and indexes use. One with a default, a NOT NULL or a comment that no parent has is as good as local.
select a.attrelid as relation,
       a.attnum as number,
       a.attname as name,
       a.attislocal
         or col_description(a.attrelid, a.attnum) is not null
         or not exists (select from pg_inherits h
                          join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname and not pa.attisdropped
                          left join pg_attrdef pd on pd.adrelid = pa.attrelid and pd.adnum = pa.attnum
                         where h.inhrelid = a.attrelid
                           and (pa.attnotnull = a.attnotnull
                                or not a.attnotnull and exists (select from pg_constraint k where k.conrelid = pa.attrelid and k.contype = 'n' and k.connoinherit and k.conkey[1] = pa.attnum) -- since 18
                           )
                           and (a.attgenerated <> ''
                                or pg_get_expr(pd.adbin, pd.adrelid) is not distinct from pg_get_expr(d.adbin, d.adrelid))) as local,
       format_type(a.atttypid, a.atttypmod) as type,
       a.attnotnull as required,
       a.attidentity as identity,
       a.attgenerated as generated,
       pg_get_expr(d.adbin, d.adrelid) as expression,
       -- Only over a default of its domain does DEFAULT NULL say something.
       t.typtype = 'd' and t.typdefault is not null as domain_default,
       a.attcollation as collation,
       t.typcollation as type_collation
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
 where a.attnum > 0
   and not a.attisdropped
   and c.relkind in ('r', 'p', 'm')
   and not c.relispartition
   and :scope
 order by a.attrelid, a.attnum
