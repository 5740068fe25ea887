/** Plasticity rules for weak synapses, and the switching between weak and strong. */
package plast.rule;
