-- Everything is printed qualified and the same whatever the server's, the role's or the driver's settings are; all of it ends with the transaction.
select set_config('search_path', '', true),
       set_config('quote_all_identifiers', 'off', true),
       set_config('datestyle', 'ISO, MDY', true),
       set_config('intervalstyle', 'postgres', true),
       set_config('timezone', 'UTC', true),
       set_config('bytea_output', 'hex', true),
       set_config('extra_float_digits', '1', true),
       set_config('standard_conforming_strings', 'on', true),
       set_config('lc_monetary', 'C', true),
       -- Compiling a query costs more than any of these queries.
       set_config('jit', 'off', true)
