-- A row a column read; no column where the whole row or just the relation is. What reads a partition reads its parent.
with x as (
        select 'TRIGGER' as kind, 'pg_trigger'::regclass as catalog, t.oid, t.tgrelid as relation, 0::oid as namespace, t.tgname::text as name
          from pg_trigger t
         where not t.tgisinternal
           and t.tgparentid = 0
        union all
        select 'STATISTICS', 'pg_statistic_ext'::regclass, s.oid, s.stxrelid, 0, s.stxname
          from pg_statistic_ext s
        union all
        select 'POLICY', 'pg_policy'::regclass, p.oid, p.polrelid, 0, p.polname
          from pg_policy p
        union all
        select 'RULE', 'pg_rewrite'::regclass, r.oid, r.ev_class, 0, r.rulename
          from pg_rewrite r
         where r.rulename <> '_RETURN'
        union all
        select 'PUBLICATION', 'pg_publication_rel'::regclass, k.oid, k.prrelid, 0, p.pubname
          from pg_publication_rel k
          join pg_publication p on p.oid = k.prpubid
        union all
        -- The text of a function says nothing to the server; its arguments, its result and a body that it has parsed do.
        select 'FUNCTION', 'pg_proc'::regclass, f.oid, null, f.pronamespace,
               format('%s(%s)', f.proname, pg_get_function_identity_arguments(f.oid))
          from pg_proc f
         where f.oid >= 16384)
select distinct x.kind, n.nspname as namespace, x.name, c.relname as table_name,
       un.nspname as used_namespace, u.relname as used_name, a.attname::text as attribute
  from x
  left join pg_class c on c.oid = x.relation
  join pg_namespace n on n.oid = coalesce(c.relnamespace, x.namespace)
  join pg_depend d on d.classid = x.catalog and d.objid = x.oid
       and d.refclassid = 'pg_class'::regclass and d.deptype <> 'i'
       and not (d.refobjid = coalesce(x.relation, 0) and d.refobjsubid = 0)
  join pg_class o on o.oid = d.refobjid
  join pg_class u on u.oid = case when o.relispartition then pg_partition_root(o.oid) else o.oid end
  join pg_namespace un on un.oid = u.relnamespace
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and d.refobjsubid > 0
 where u.relkind in ('r', 'p', 'f', 'v', 'm')
   and :scope
union all
-- A type, of its own or of the elements of an array; in parentheses one of an argument or a result.
select distinct x.kind, n.nspname, x.name, c.relname, un.nspname, u.typname,
       case when d.refobjid = any (f.proargtypes::oid[] || coalesce(f.proallargtypes, '{}') || f.prorettype) then '()' end
  from x
  left join pg_class c on c.oid = x.relation
  join pg_namespace n on n.oid = coalesce(c.relnamespace, x.namespace)
  join pg_depend d on d.classid = x.catalog and d.objid = x.oid and d.refclassid = 'pg_type'::regclass
  join pg_type o on o.oid = d.refobjid
  join pg_type u on u.oid = case when o.typelem <> 0 and o.typcategory = 'A' then o.typelem else o.oid end
  join pg_namespace un on un.oid = u.typnamespace
  left join pg_proc f on f.oid = x.oid and x.kind = 'FUNCTION'
 where u.typtype in ('e', 'd', 'c')
   and u.oid >= 16384
   and not exists (select from pg_class r where r.oid = u.typrelid and r.relkind <> 'c')
   and :scope
