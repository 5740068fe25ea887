/** The plasticity-switching recurrent network (psRNN): its study, claims, figures and report. */
package plast.paper.psrnn;
