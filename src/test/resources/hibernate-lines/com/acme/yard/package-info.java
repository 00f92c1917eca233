/** A ship-yard: an example that Hibernate 6.6 and 7 understand alike, of what a mapping can say. */
package com.acme.yard;
