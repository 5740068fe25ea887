/** JMH benchmarks of the hot paths. */
@NullMarked
package plast.bench.jmh;

import org.jspecify.annotations.NullMarked;
