/** Who buys. */
package com.acme.shop.customer;
