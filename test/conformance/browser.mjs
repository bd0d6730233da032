// Evidence pages in headless Chromium. Exit code 3 where there is no browser.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './outcome.mjs';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { stdout, status } = spawnSync(process.execPath, [vitest, 'run', 'test/browser', '--reporter=json'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 1 << 28,
});
const json = stdout.slice(stdout.indexOf('{"num'));
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(json);
if (numFailedTests === 0 && numPendingTests > 0) {
  console.error(`no Chromium is installed: ${numPendingTests} tests skipped, ${numPassedTests} without it passed`);
  process.exit(3);
}
for (const { assertionResults } of testResults)
  for (const { status: outcome, title, failureMessages } of assertionResults)
    if (outcome === 'failed') console.error(`${title}\n${failureMessages.join('\n').slice(0, 2000)}`);
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = status === 0 ? 0 : 1;
