package plast.experiment;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import plast.io.Versions;
import plast.math.VectorWidth;

/** The product itself: its version and where it is installed. */
public final class Product {
  public static final String VERSION = "0.1.0";

  private Product() {}

  /** The folder that holds the launcher; the working directory when it cannot be found. */
  public static Path folder() {
    CodeSource source = Product.class.getProtectionDomain().getCodeSource();
    if (source == null) return Path.of("");
    try {
      for (Path folder = Path.of(source.getLocation().toURI()); folder != null; folder = folder.getParent()) {
        if (Files.isRegularFile(folder.resolve("plast")) && Files.exists(folder.resolve("pom.xml"))) return folder;
      }
    } catch (URISyntaxException e) {
      return Path.of("");
    }
    return Path.of("");
  }

  /** What runs of this process are computed with. */
  public static Versions versions() {
    return Versions.here(VERSION, VectorWidth.bits(), folder());
  }
}
