package plast.experiment;

/**
 * The value of one key and where it was given.
 *
 * @param value of the class that the key's {@link ValueType} says
 */
record Setting(Object value, Place place) {}
