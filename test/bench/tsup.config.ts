import { build } from '../../tsup.config.base.js';

// One bundle, as the command is one: what users run is measured, not what a loader of TypeScript makes of the sources.
export default build({
  entry: ['test/bench/run.ts'],
  outDir: 'test/dist',
  platform: 'node',
  dts: false,
  sourcemap: false,
  noExternal: [/^@trialbridge\//],
  external: ['fast-xml-parser'],
});
