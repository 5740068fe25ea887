/** Trainers and optimisers: backpropagation, Hebbian learning and the switching between them. */
package plast.learn;
