#!/usr/bin/env node
// The version is asked for by scripts all the time: it is answered before anything else is loaded.
import * as nodeModule from 'node:module';
import { version } from './version.js';

const [only, ...others] = process.argv.slice(2);
if ((only === '--version' || only === '-V') && others.length === 0) {
  process.stdout.write(`${version}\n`);
} else {
  // From Node 22.8 on, what was compiled is kept from one start to the next.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { main } = await import('./program.js');
  await main(process.argv);
}
