package trialbridge.oracle;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts of one file: records, errors, and each kind of message with places where it was seen. */
final class Tally {
  /** Indexes, quoted values, code#system pairs and numbers differ between records; the kind of a message does not. */
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  private static final Pattern VALUE =
      Pattern.compile("/\\*[^*]*\\*/|(?<![a-z])'[^']*'(?![a-z])|\"[^\"]*\"|\\burn:uuid:[0-9a-f-]+|\\b[0-9a-f]{8,}\\b|\\b\\d+\\b");

  private static final class Kind {
    final String severity;
    final String id;
    final String text;
    final List<String> places = new ArrayList<>();
    long count = 0;

    Kind(String severity, String id, String text) {
      this.severity = severity;
      this.id = id;
      this.text = text;
    }
  }

  private final String file;
  private final long started = System.nanoTime();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private long records = 0;
  private long refused = 0;
  private long errors = 0;
  private long warnings = 0;

  Tally(String file) {
    this.file = file;
  }

  long errors() {
    return errors;
  }

  void add(Verdict verdict) {
    records++;
    errors += verdict.errors();
    warnings += verdict.count("warning");
    if (verdict.errors() > 0) refused++;
    for (Verdict.Message message : verdict.messages()) {
      String place = message.location() == null ? "" : INDEX.matcher(message.location()).replaceAll("");
      String text = VALUE.matcher(message.text()).replaceAll("…");
      Kind kind =
          kinds.computeIfAbsent(
              message.severity() + " " + text, key -> new Kind(message.severity(), message.id(), message.text()));
      kind.count++;
      if (kind.places.size() < 20 && !kind.places.contains(place)) kind.places.add(place);
    }
  }

  void print(PrintStream out, int examples) {
    double seconds = (System.nanoTime() - started) / 1e9;
    out.printf(
        "%s: %d records, %d refused, %d errors, %d warnings, %.1f s%n",
        file, records, refused, errors, warnings, seconds);
    List<Kind> sorted = new ArrayList<>(kinds.values());
    sorted.sort(
        Comparator.comparing((Kind kind) -> kind.severity.equals("information") ? 2 : kind.severity.equals("warning") ? 1 : 0)
            .thenComparing(kind -> -kind.count));
    for (Kind kind : sorted) {
      out.printf("  %-11s %6d  [%s] %s%n", kind.severity, kind.count, kind.id, kind.text);
      for (String place : kind.places.subList(0, Math.min(examples, kind.places.size()))) {
        out.printf("  %-11s         at %s%n", "", place);
      }
    }
    out.flush();
  }
}
