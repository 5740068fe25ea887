/** Experiments: their file format, presets, paired training of many networks, tuning and comparison. */
package plast.experiment;
