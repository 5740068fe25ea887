/** Programs of others, run in a process of their own, to measure against. */
package plast.bench.peer;
