import { build } from '../../tsup.config.base.js';

export default build({ entry: { index: 'src/index.ts' }, platform: 'neutral' });
