-- What is left out of the reading and holds on to what is not: views, foreign keys, columns and rows of a type. Found from what is read, however much lies outside.
with used as (
        select 'pg_class'::regclass as catalog, c.oid, n.nspname as namespace, coalesce(p.relname, c.relname) as name
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          left join pg_class p on c.relispartition and p.oid = pg_partition_root(c.oid)
         where c.relkind in ('r', 'p', 'f', 'v', 'm')
           and :scope
        union all
        select 'pg_type'::regclass, o.oid, n.nspname, t.typname
          from pg_type t
          join pg_namespace n on n.oid = t.typnamespace
         cross join lateral (values (t.oid), (t.typarray)) as o (oid)
         where t.oid >= 16384
           and t.typtype in ('e', 'd', 'c')
           and o.oid <> 0
           and :scope),
     holders as (
        select u.*, d.refobjsubid as number, coalesce(r.ev_class, k.conrelid, c.attrelid) as holder,
               case when k.oid is not null then format('FOREIGN KEY %I', k.conname)
                    when c.attname is not null then format('COLUMN %I', c.attname) end as definition
          from used u
          join pg_depend d on d.refclassid = u.catalog and d.refobjid = u.oid and d.deptype <> 'i'
          left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid and r.rulename = '_RETURN'
          left join pg_constraint k on d.classid = 'pg_constraint'::regclass and k.oid = d.objid
               and k.contype = 'f' and k.conparentid = 0 and k.confrelid = u.oid
          left join pg_attribute c on d.classid = 'pg_class'::regclass and u.catalog = 'pg_type'::regclass
               and c.attrelid = d.objid and c.attnum = d.objsubid and c.attnum > 0 and not c.attisdropped)
select distinct hn.nspname as namespace, h.relname as name, x.namespace as used_namespace, x.name as used_name, a.attname as attribute,
       case h.relkind when 'v' then 'VIEW'
                      when 'm' then 'MATERIALIZED VIEW'
                      when 'c' then regexp_replace(x.definition, '^COLUMN', 'ATTRIBUTE')
                      else x.definition end as definition
  from holders x
  join pg_class h on h.oid = x.holder and h.oid <> x.oid
  join pg_namespace hn on hn.oid = h.relnamespace
  left join pg_attribute a on x.catalog = 'pg_class'::regclass and a.attrelid = x.oid and a.attnum = x.number and x.number > 0
 where h.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
   and hn.nspname !~ '^pg_'
   and hn.nspname <> 'information_schema'
   and :beyond
