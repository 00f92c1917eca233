-- pg_depend.deptype: a for a sequence that a serial column owns, i for that of an identity column.
select c.oid,
       n.nspname as namespace,
       c.relname as name,
       format_type(s.seqtypid, null) as type,
       s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
       c.relpersistence = 'u' as unlogged, -- since 15
       null::boolean as unlogged, -- until 14
       d.deptype,
       d.refobjid as owner,
       d.refobjsubid as owner_column,
       o.nspname as owner_namespace,
       t.relname as owner_name,
       a.attname as owner_column_name
  from pg_sequence s
  join pg_class c on c.oid = s.seqrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
       and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
  left join pg_class t on t.oid = d.refobjid
  left join pg_namespace o on o.oid = t.relnamespace
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
 where c.relpersistence <> 't'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
