/**
 * Rate networks whose units are equation texts, compiled and run forwards and backwards.
 *
 * <p><b>Description.</b> {@code NetworkAssembly} puts together what a file says, {@code BuiltInNetwork} what settings
 * say: a {@code NetworkDescription} of populations, projections, readouts and noise.
 *
 * <p><b>Compilation.</b> {@code PopulationSources} has the kernels of a population, {@code TransitionSource} writes
 * them: a step and its adjoint. {@code Drives} says which inputs are added up, {@code StoredSignals} what is kept.
 *
 * <p><b>A step.</b> {@code ModelNetwork} lets each {@code PopulationRun} draw its noise and advance: {@code DriveRun}s
 * sum up what projections bring, a {@code BoundKernel} computes states and {@code SignalRun}s, {@code ReadoutRun}s read
 * these. {@code Backpropagation} comes back: {@code SignalRun}s gather γ, the kernel of {@code PopulationAdjoint} turns
 * λ and γ into δ, a {@code ProjectionGradient} adds up δ times what was sent.
 *
 * <p><b>Users.</b> Learners see a {@code RateNetwork}, rules the {@code ActivityOfPass}.
 */
@NullMarked
package plast.rate.model;

import org.jspecify.annotations.NullMarked;
