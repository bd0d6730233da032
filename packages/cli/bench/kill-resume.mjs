// Kills a run at random moments, resumes it each time, and compares the result with an uninterrupted run:
//   node kill-resume.mjs <input> <format> <name of the output> [kills, default 20]
// The ending of the name decides the framing, as for --out. Needs the built command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [input, format, name, killsText = '20'] = process.argv.slice(2);
if (!input || !format || !name) {
  process.stderr.write('usage: kill-resume.mjs <input> <format> <name of the output> [kills]\n');
  process.exit(2);
}
const kills = Number(killsText);
const command = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'trialbridge.js');
const folder = mkdtempSync(join(tmpdir(), 'trialbridge-kills-'));

try {
  const whole = join(folder, `whole-${name}`);
  const begun = performance.now();
  const plain = await run(['--out', whole]);
  const duration = performance.now() - begun;
  const resumed = join(folder, name);
  const args = ['--out', resumed, '--checkpoint', join(folder, 'checkpoint')];
  let killed = 0;
  let early = 0;
  for (; killed < kills; killed += 1) {
    // Most of a run's moments would lie behind its end once it has come far: the range is that of some checkpoints.
    const outcome = await run(args, 500 + Math.random() * Math.max(5000, (duration / kills) * 1.5));
    if (outcome !== 'SIGKILL') break;
    if (existsSync(resumed)) early += 1;
  }
  const last = killed < kills ? plain : await run(args);
  const isSame = (await sumOf(whole)) === (await sumOf(resumed));
  const result = { input, format, name, killed, visibleBeforeItsEnd: early, plain, last, isSame };
  process.stdout.write(`${JSON.stringify({ ...result, secondsUninterrupted: Math.round(duration / 1000) })}\n`);
  process.exitCode = isSame && early === 0 && killed === kills ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(args, killAfter) {
  const child = spawn(process.execPath, [command, 'convert', input, '--to', format, '--quiet', ...args], {
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(signal ?? code);
    });
  });
}

async function sumOf(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
