/** Plasticity rules for weak synapses, and the switching between weak and strong. */
@NullMarked
package plast.rule;

import org.jspecify.annotations.NullMarked;
