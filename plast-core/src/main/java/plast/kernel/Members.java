package plast.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods and vector species that a piece of generated code names, none overloaded: each is described once. */
final class Members {
  private final CodeBuilder code;
  private final Map<ClassDesc, Map<String, MethodRefEntry>> known = new HashMap<>();
  private final Map<ClassDesc, FieldRefEntry> species = new HashMap<>();

  Members(CodeBuilder code) {
    this.code = code;
  }

  MethodRefEntry method(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
    Map<String, MethodRefEntry> methods = known.computeIfAbsent(owner, any -> new HashMap<>());
    MethodRefEntry method = methods.get(name);
    if (method == null) {
      MethodTypeDesc type = MethodTypeDesc.of(result, List.of(parameters));
      method = code.constantPool().methodRefEntry(owner, name, type);
      methods.put(name, method);
    }
    return method;
  }

  /** The species of the processor's width. */
  FieldRefEntry species(ClassDesc vector) {
    return species.computeIfAbsent(vector,
        any -> code.constantPool().fieldRefEntry(vector, "SPECIES_PREFERRED", Types.SPECIES));
  }
}
