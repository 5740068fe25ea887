package plast.figure;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.ext.awt.image.GraphicsUtil;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.util.XMLResourceDescriptor;
import org.w3c.dom.Document;

/**
 * SVG to PNG through Batik, at {@link #DOTS_PER_INCH}. Every call has its own Batik objects, so calls may run in
 * parallel.
 */
final class PngRenderer {
  static final double DOTS_PER_INCH = 300;
  private static final double SCALE = DOTS_PER_INCH / 96;

  private PngRenderer() { }

  /**
   * The picture of {@code svg}.
   *
   * @throws PngException when this machine cannot draw text, which needs fonts and the fontconfig library
   */
  static byte[] png(String svg) throws PngException {
    try {
      return encoded(painted(svg));
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      throw new PngException(e);
    }
  }

  private static BufferedImage painted(String svg) throws IOException {
    Document document = new SAXSVGDocumentFactory(XMLResourceDescriptor.getXMLParserClassName())
        .createDocument("figure.svg", new StringReader(svg));
    BridgeContext context = new BridgeContext(new UserAgentAdapter());
    try {
      GraphicsNode node = new GVTBuilder().build(context, document);
      Dimension2D size = context.getDocumentSize();
      BufferedImage image = new BufferedImage((int) Math.round(size.getWidth() * SCALE),
          (int) Math.round(size.getHeight() * SCALE), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = GraphicsUtil.createGraphics(image);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.transform(AffineTransform.getScaleInstance(SCALE, SCALE));
      node.paint(graphics);
      graphics.dispose();
      return image;
    } finally {
      context.dispose();
    }
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
      metadata.mergeTree("javax_imageio_png_1.0", resolution());
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** So that a word processor places the picture at its printed size. */
  private static IIOMetadataNode resolution() {
    String perMetre = String.valueOf(Math.round(DOTS_PER_INCH / 0.0254));
    IIOMetadataNode density = new IIOMetadataNode("pHYs");
    density.setAttribute("pixelsPerUnitXAxis", perMetre);
    density.setAttribute("pixelsPerUnitYAxis", perMetre);
    density.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(density);
    return root;
  }
}
