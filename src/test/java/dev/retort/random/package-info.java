/** Pairs of schemas and of entity models that a seed makes, and what must hold for each. */
package dev.retort.random;
