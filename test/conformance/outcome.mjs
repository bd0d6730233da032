import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const passed = (detail) => ({ status: 'passed', detail });
export const failed = (detail) => ({ status: 'failed', detail });
export const skipped = (reason) => ({ status: 'skipped', detail: `(${reason})` });

/**
 * Runs a script that ends with 0 when it passed, with 3 when it cannot run here, and with anything else when it failed.
 * What it prints is shown; the last line says why it was skipped, or what was seen.
 */
export async function runScript(command, args, environment = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last = { out: '', error: '' };
  const show = async (stream, name, target) => {
    for await (const line of createInterface({ input: stream })) {
      if (line.trim() !== '') last[name] = line.trim();
      target.write(`${line}\n`);
    }
  };
  const ended = new Promise((resolve) => child.on('error', (error) => resolve(error.code)).on('close', resolve));
  await Promise.all([show(child.stdout, 'out', process.stdout), show(child.stderr, 'error', process.stderr), ended]);
  const code = await ended;
  if (code === 'ENOENT') return skipped(`${command} is missing`);
  if (code === 0) return passed(last.out);
  if (code === 3) return skipped(last.error);
  return failed(last.error || last.out || `${command} ended with ${code}`);
}
