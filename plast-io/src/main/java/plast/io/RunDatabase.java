package plast.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file behind {@link RunIndex}. Every failure, a native library that cannot be loaded included, is
 * answered by "nothing known": callers then read the run folders.
 */
final class RunDatabase {

  /** Silent: it logs stack traces of failures that cost nothing here. Held, since loggers are collected otherwise. */
  private static final Logger DRIVER = Logger.getLogger("org.sqlite");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private static final System.Logger LOG = System.getLogger(RunDatabase.class.getName());

  /** Other tables of the same name are made anew: what they hold is only remembered. */
  private static final int LAYOUT = 1;

  private static final String PATIENCE_MS = "300";

  private static final String TABLE = """
      CREATE TABLE IF NOT EXISTS runs (
        reference TEXT PRIMARY KEY, modified INTEGER NOT NULL, size INTEGER NOT NULL, kind TEXT NOT NULL,
        state TEXT NOT NULL, started TEXT NOT NULL, lastSign TEXT NOT NULL, seeds INTEGER NOT NULL, task TEXT NOT NULL,
        conditions TEXT NOT NULL, metric TEXT NOT NULL, best REAL)""";

  private static final String INSERT = "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final Set<SQLiteErrorCode> DAMAGED =
      Set.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_SCHEMA);

  private RunDatabase() {}

  /** All rows by reference; none when they cannot be had. A damaged file is deleted, to be made anew. */
  static Map<String, RunRow> read(Path file) {
    if (!Files.exists(file)) return Map.of();
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("SELECT * FROM runs")) {
      Map<String, RunRow> rows = new HashMap<>();
      while (results.next()) {
        RunRow row = row(results);
        rows.put(row.reference(), row);
      }
      return rows;
    } catch (SQLException | LinkageError | IllegalArgumentException e) {
      bypass(file, e);
      return Map.of();
    }
  }

  /** Enters rows and forgets others, all or nothing. */
  static void update(Path file, Collection<RunRow> rows, Collection<String> forgotten) {
    try (Connection connection = open(file)) {
      connection.setAutoCommit(false);
      try (PreparedStatement delete = connection.prepareStatement("DELETE FROM runs WHERE reference = ?");
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (String reference : forgotten) {
          delete.setString(1, reference);
          delete.executeUpdate();
        }
        for (RunRow row : rows) insert(insert, row);
      }
      connection.commit();
    } catch (SQLException | LinkageError e) {
      bypass(file, e);
    }
  }

  /** Not through DriverManager, which would load every driver on the class path. */
  private static Connection open(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", PATIENCE_MS);
    Connection connection = new JDBC().connect(JDBC.PREFIX + file.toAbsolutePath(), settings);
    try (Statement statement = connection.createStatement()) {
      if (version(statement) != LAYOUT) {
        statement.executeUpdate("DROP TABLE IF EXISTS runs");
        statement.executeUpdate(TABLE);
        statement.executeUpdate("PRAGMA user_version = " + LAYOUT);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static void bypass(Path file, Throwable cause) {
    LOG.log(System.Logger.Level.DEBUG, "the run index " + file + " is bypassed", cause);
    boolean damaged = cause instanceof IllegalArgumentException
        || cause instanceof SQLiteException failure && DAMAGED.contains(failure.getResultCode());
    if (!damaged) return;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the damaged run index " + file + " cannot be deleted", e);
    }
  }

  private static void insert(PreparedStatement insert, RunRow row) throws SQLException {
    RunRecord.Headline headline = row.headline();
    List<Object> values = List.of(row.reference(), row.modified(), row.size(), row.kind(), row.state().toString(),
        row.started().toString(), row.lastSign().toString(), row.seeds(), headline.task(),
        Json.compact(Map.of("conditions", headline.conditions())), headline.metric());
    for (int i = 0; i < values.size(); i++) insert.setObject(i + 1, values.get(i));
    insert.setObject(values.size() + 1, headline.best().isPresent() ? (Object) headline.best().getAsDouble() : null);
    insert.executeUpdate();
  }

  /** @throws IllegalArgumentException when a column holds what this product never wrote */
  private static RunRow row(ResultSet from) throws SQLException {
    try {
      double value = from.getDouble("best");
      OptionalDouble best = from.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
      Object listed = Json.parse(from.getString("conditions")).get("conditions");
      List<String> conditions = ((List<?>) Objects.requireNonNull(listed, "no conditions")).stream()
          .map(String.class::cast).toList();
      RunRecord.Headline headline = new RunRecord.Headline(from.getString("task"), conditions, from.getString("metric"),
          best);
      return new RunRow(from.getString("reference"), from.getLong("modified"), from.getLong("size"),
          from.getString("kind"), RunState.named(from.getString("state")).orElseThrow(),
          Instant.parse(from.getString("started")), Instant.parse(from.getString("lastSign")), from.getInt("seeds"),
          headline);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("a row of the run index is damaged", e);
    }
  }
}
