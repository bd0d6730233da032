import { build } from '../../tsup.config.base.js';

// The command bundles the workspace packages, so that it starts fast and stands alone.
export default build({
  entry: { index: 'src/index.ts', trialbridge: 'src/trialbridge.ts', worker: 'src/engine/worker.ts' },
  platform: 'node',
  noExternal: [/^@trialbridge\//],
});
