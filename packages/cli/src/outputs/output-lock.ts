import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputError, systemCode } from '../exit.js';
import { isDevice, placeOf } from './place.js';

/**
 * Keeps two runs on one machine from writing the same file: the run of last night that still goes on, and that of
 * tonight. Held by a local socket, because the system frees it however the process ends; a file would outlive a kill.
 */
export class OutputLock {
  private readonly servers: Server[] = [];

  /** @throws CommandError output failed, when another run holds one of the paths. */
  static async hold(paths: readonly string[]): Promise<OutputLock> {
    const lock = new OutputLock();
    for (const path of paths) {
      // /dev/null takes what anybody writes.
      if (isDevice(path)) continue;
      const server = await listen(addressOf(path));
      if (server === 'taken') {
        lock.release();
        throw outputError(
          `Another run of Trialbridge is writing ${path}. Wait for its end, or name another file.`,
          undefined,
        );
      }
      if (server) lock.servers.push(server);
    }
    return lock;
  }

  release(): void {
    for (const server of this.servers.splice(0)) server.close();
  }
}

function addressOf(path: string): string {
  const name = `trialbridge-${createHash('sha256').update(placeOf(path)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

/** Where the system has no such sockets, or forbids them, runs are not kept apart. */
async function listen(address: string): Promise<Server | 'taken' | undefined> {
  const server = await tryToListen(address);
  if (server !== 'taken' || address.startsWith('\0') || process.platform === 'win32') return server;
  // A socket with a file of its own stays behind when its process is killed.
  if (await isAnswered(address)) return 'taken';
  rmSync(address, { force: true });
  return tryToListen(address);
}

function tryToListen(address: string): Promise<Server | 'taken' | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.on('error', (error) => resolve(systemCode(error) === 'EADDRINUSE' ? 'taken' : undefined));
    server.listen(address, () => resolve(server));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
