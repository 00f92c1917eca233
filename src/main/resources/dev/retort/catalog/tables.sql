-- A partition is an extra of its parent; a materialized view is read as far as indexes know it.
select c.oid,
       n.nspname as namespace,
       c.relname as name,
       c.relkind = 'm' as materialized,
       c.relpersistence = 'u' as unlogged,
       c.reloptions::text[] as storage,
       t.reloptions::text[] as toast_storage,
       case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid
 where c.relkind in ('r', 'p', 'm')
   and not c.relispartition
   and c.relpersistence <> 't'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
