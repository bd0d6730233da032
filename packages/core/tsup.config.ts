import { build } from '../../tsup.config.base.js';

export default build({
  entry: {
    index: 'src/index.ts',
    'html/index': 'src/html/index.ts',
    'testing/index': 'src/testing/index.ts',
    'trial-json/index': 'src/trial-json/index.ts',
    'validate/index': 'src/validate/index.ts',
  },
  platform: 'neutral',
});
