/** Trainers and optimisers: backpropagation, Hebbian learning and the switching between them. */
@NullMarked
package plast.learn;

import org.jspecify.annotations.NullMarked;
