/** The plasticity-switching recurrent network (psRNN): its study, claims, figures and report. */
@NullMarked
package plast.paper.psrnn;

import org.jspecify.annotations.NullMarked;
