import { defineConfig, type Options } from 'tsup';

/** The one build of every package: ESM with declarations. A package names its entries and what differs. */
export function build(options: Options) {
  return defineConfig({
    format: 'esm',
    target: 'node20',
    dts: true,
    clean: true,
    sourcemap: true,
    splitting: true,
    treeshake: true,
    ...options,
  });
}
