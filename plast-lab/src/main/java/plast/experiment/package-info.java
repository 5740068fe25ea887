/** Experiments: their file format, presets, paired training of many networks, tuning and comparison. */
@NullMarked
package plast.experiment;

import org.jspecify.annotations.NullMarked;
