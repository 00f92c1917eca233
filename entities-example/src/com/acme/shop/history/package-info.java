/** Who changed what: audit rows, laid out the way Envers lays them out. */
package com.acme.shop.history;
