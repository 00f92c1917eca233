/** The Acme shop: what it sells, to whom, and from which warehouse. */
package com.acme.shop;
