import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'packages/cli');
/** Beside the package, so that what it does not bundle is found; apart from `dist`, which a build may be replacing. */
const cache = join(cli, 'node_modules/.cache/trialbridge');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command and waits for its end. */
export function run(
  args: readonly string[],
  options: { input?: string | Buffer; env?: Record<string, string> } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command(), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    input: options.input ?? '',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** Starts the built command. */
export function start(args: readonly string[]) {
  return spawn(process.execPath, [command(), ...args], { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'trialbridge-'));
}

let built: string | undefined;

/** The built command, built anew when a source is younger. One process builds; others wait for it. */
export function command(): string {
  built ??= build();
  return built;
}

function build(): string {
  const stamp = Math.round(
    Math.max(...['core', 'ctgov', 'fhir', 'csv', 'cli'].map((name) => youngest(join(root, 'packages', name, 'src')))),
  );
  const folder = join(cache, String(stamp));
  const entry = join(folder, 'trialbridge.js');
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, `${stamp}.lock`);
  for (;;) {
    if (existsSync(entry)) return entry;
    if (isTaken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    else break;
  }
  try {
    const aside = mkdtempSync(join(cache, 'aside-'));
    const tsup = join(root, 'node_modules/tsup/dist/cli-default.js');
    const { status, stderr } = spawnSync(process.execPath, [tsup, '--silent', '--no-dts', '--out-dir', aside], {
      cwd: cli,
    });
    if (status !== 0) throw new Error(`The command cannot be built: ${stderr}`);
    renameSync(aside, folder);
    for (const name of readdirSync(cache))
      if (/^\d+$/.test(name) && name < String(stamp)) rmSync(join(cache, name), { recursive: true });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return entry;
}

function isTaken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return false;
  } catch {
    // Left behind by a run that was killed: a build takes seconds.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 120_000) rmSync(lock, { recursive: true, force: true });
    return true;
  }
}

function youngest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? youngest(path) : statSync(path).mtimeMs);
  }
  return time;
}
