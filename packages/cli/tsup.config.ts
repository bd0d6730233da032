import { build } from '../../tsup.config.base.js';

// The command bundles the workspace packages, so that it starts fast and stands alone. White space is left out because a
// command parses all of it at every start; names stay, for the traces of internal errors.
export default build({
  entry: { index: 'src/index.ts', trialbridge: 'src/trialbridge.ts', worker: 'src/engine/worker.ts' },
  platform: 'node',
  noExternal: [/^@trialbridge\//],
  minifyWhitespace: true,
  minifySyntax: true,
});
