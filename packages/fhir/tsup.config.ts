import { build } from '../../tsup.config.base.js';

export default build({
  entry: { index: 'src/index.ts', 'validate/index': 'src/validate/index.ts' },
  platform: 'neutral',
});
