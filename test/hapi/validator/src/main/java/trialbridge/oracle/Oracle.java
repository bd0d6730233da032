package trialbridge.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/** Runs HAPI's instance validator over NDJSON: one resource or bundle per line, from files or stdin. */
public final class Oracle {
  static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private record Job(long line, Future<Verdict> verdict) {}

  private final Options options;
  private final Validator validator;
  private final ExecutorService workers;
  private boolean failed = false;

  private Oracle(Options options) throws IOException {
    this.options = options;
    this.validator = new Validator(options.version(), options.strictExtensions());
    this.workers = Executors.newFixedThreadPool(options.threads());
  }

  public static void main(String[] arguments) throws Exception {
    Options options = Options.read(arguments);
    Oracle oracle = new Oracle(options);
    for (String file : options.files()) oracle.check(file);
    oracle.workers.shutdown();
    OUT.flush();
    System.exit(oracle.failed ? 1 : 0);
  }

  private void check(String file) throws Exception {
    Tally tally = new Tally(file);
    // A folder of .json files would be one resource per file: a .json file is a single record, line breaks and all.
    if (file.endsWith(".json")) {
      String text = Files.readString(Path.of(file));
      finish(tally, file, new Job(1, workers.submit(() -> validator.check(text))));
    } else {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
        checkLines(tally, file, lines);
      }
    }
    if (!options.json()) tally.print(OUT, options.examples());
    failed |= tally.errors() > 0;
  }

  /** Keeps a bounded queue of lines under way, so that memory stays flat, and reports in the order of the input. */
  private void checkLines(Tally tally, String file, BufferedReader lines) throws Exception {
    Deque<Job> queue = new ArrayDeque<>();
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) continue;
      String text = line;
      queue.add(new Job(number, workers.submit(() -> validator.check(text))));
      if (queue.size() >= options.threads() * 4) finish(tally, file, queue.remove());
    }
    while (!queue.isEmpty()) finish(tally, file, queue.remove());
  }

  private void finish(Tally tally, String file, Job job) throws InterruptedException, ExecutionException {
    Verdict verdict = job.verdict().get();
    tally.add(verdict);
    if (options.json()) OUT.println(verdict.toJson(file, job.line()));
  }

  private static InputStream open(String file) throws IOException {
    if (file.equals("-")) return System.in;
    InputStream bytes = Files.newInputStream(Path.of(file));
    return file.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /** What the command line said. */
  record Options(
      String version, List<String> files, boolean json, boolean strictExtensions, int threads, int examples) {
    private static final String USAGE =
        """
        Usage: oracle <r4|r4b|r5> [file.ndjson | file.ndjson.gz | file.json | -]...
          --json               one JSON object per record instead of a summary per file
          --strict-extensions  an extension without a definition is an error (default: HAPI's, an information)
          --threads N          default 2
          --examples N         places listed per message, default 1""";

    static Options read(String[] arguments) {
      String version = null;
      List<String> files = new java.util.ArrayList<>();
      boolean json = false;
      boolean strictExtensions = false;
      int threads = 2;
      int examples = 1;
      for (int index = 0; index < arguments.length; index++) {
        String argument = arguments[index];
        switch (argument) {
          case "--json" -> json = true;
          case "--strict-extensions" -> strictExtensions = true;
          case "--threads" -> threads = Integer.parseInt(arguments[++index]);
          case "--examples" -> examples = Integer.parseInt(arguments[++index]);
          default -> {
            if (argument.startsWith("--")) fail("Unknown option " + argument);
            if (version == null) version = argument;
            else files.add(argument);
          }
        }
      }
      if (version == null || !List.of("r4", "r4b", "r5").contains(version)) fail("The FHIR version is missing.");
      if (files.isEmpty()) files.add("-");
      return new Options(version, files, json, strictExtensions, threads, examples);
    }

    private static void fail(String reason) {
      System.err.println(reason + "\n" + USAGE);
      System.exit(2);
    }
  }
}
