/** What is for sale. */
package com.acme.shop.product;
