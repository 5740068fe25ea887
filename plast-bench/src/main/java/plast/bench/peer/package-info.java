/** Programs of others, run in a process of their own, to measure against. */
@NullMarked
package plast.bench.peer;

import org.jspecify.annotations.NullMarked;
