/** What lies where: its tables have a PostgreSQL schema of their own. */
package com.acme.shop.warehouse;
