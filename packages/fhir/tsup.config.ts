import { build } from '../../tsup.config.base.js';

export default build({
  entry: {
    index: 'src/index.ts',
    'r4/writer': 'src/r4/writer.ts',
    'r5/writer': 'src/r5/writer.ts',
    'r6/writer': 'src/r6/writer.ts',
    'read/index': 'src/read/index.ts',
    'validate/index': 'src/validate/index.ts',
  },
  platform: 'neutral',
});
