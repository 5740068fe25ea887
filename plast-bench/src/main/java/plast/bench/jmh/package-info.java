/** JMH benchmarks of the hot paths. */
package plast.bench.jmh;
