// Compares our verdict on the broken bundles with HAPI's, side by side: `agreement.ts`, which is TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./agreement.ts');
