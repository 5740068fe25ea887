/** Measurements of speed: the psRNN's update, the mathematics below it, and how both scale. */
package plast.bench;
