/** Rate networks: their settings, or equations as they are written, and their first weights. */
@NullMarked
package plast.rate;

import org.jspecify.annotations.NullMarked;
