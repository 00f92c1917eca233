-- A row a column read; no column where the whole row or just the relation is.
select distinct x.kind, n.nspname as namespace, x.name, c.relname as table_name,
       un.nspname as used_namespace, u.relname as used_name, a.attname as attribute
  from (select 'TRIGGER' as kind, 'pg_trigger'::regclass as catalog, t.oid, t.tgrelid as relation, t.tgname as name
          from pg_trigger t
         where not t.tgisinternal
           and t.tgparentid = 0
        union all
        select 'STATISTICS', 'pg_statistic_ext'::regclass, s.oid, s.stxrelid, s.stxname
          from pg_statistic_ext s
        union all
        select 'POLICY', 'pg_policy'::regclass, p.oid, p.polrelid, p.polname
          from pg_policy p
        union all
        select 'RULE', 'pg_rewrite'::regclass, r.oid, r.ev_class, r.rulename
          from pg_rewrite r
         where r.rulename <> '_RETURN') x
  join pg_class c on c.oid = x.relation
  join pg_namespace n on n.oid = c.relnamespace
  join pg_depend d on d.classid = x.catalog and d.objid = x.oid
       and d.refclassid = 'pg_class'::regclass and d.deptype <> 'i'
       and not (d.refobjid = x.relation and d.refobjsubid = 0)
  join pg_class u on u.oid = d.refobjid
  join pg_namespace un on un.oid = u.relnamespace
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and d.refobjsubid > 0
 where u.relkind in ('r', 'p', 'f', 'v', 'm')
   and :scope
