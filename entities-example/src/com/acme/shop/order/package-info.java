/** What was bought, and how it was paid. */
package com.acme.shop.order;
