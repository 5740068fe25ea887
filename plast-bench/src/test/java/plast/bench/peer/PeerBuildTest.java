package plast.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerBuildTest {
  @ParameterizedTest
  @EnumSource
  void everySourceOfAPeerIsAResource(Peer peer) {
    for (String source : peer.sources()) {
      assertThat(PeerBuild.class.getResource("/peers/" + peer.folder() + "/" + source)).as(source).isNotNull();
    }
  }

  @Test
  void thePlatformIsNamedAsThePublisherDoes() {
    assertThat(PeerBuild.platform()).matches("(linux|macosx|windows)-[a-z0-9_]+");
  }

  @Test
  void theNearestFileAboveIsFound(@TempDir Path top) throws IOException {
    Path deep = Files.createDirectories(top.resolve("a/b/c"));
    Files.createFile(top.resolve("wrapper"));
    Files.createFile(top.resolve("a/wrapper"));
    assertThat(MavenCommand.above(deep, "wrapper")).contains(top.resolve("a/wrapper"));
    assertThat(MavenCommand.above(deep, "no-such-file-anywhere")).isEmpty();
  }
}
