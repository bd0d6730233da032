import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

const top = '# Benchmarks\n\nWritten by the scripts named below. Read the ratios, not the seconds: machines differ.\n';

/** Replaces one section of a page of results, or adds it at the end; the others stay. */
export function writeSection(path, heading, text) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : top;
  const [head, ...sections] = before.split(/^(?=## )/m);
  const section = `## ${heading}\n\n${text.trimEnd()}\n`;
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`));
  if (at === -1) sections.push(section);
  else sections[at] = section;
  writeFileSync(path, `${[head, ...sections].map((part) => part.trimEnd()).join('\n\n')}\n`);
}

/** What a result was measured on, and when. */
export function machine() {
  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const date = new Date().toISOString().slice(0, 10);
  const model = processor?.model.trim() || 'unknown processor';
  return `${date}, ${availableParallelism()} cores of ${model}, ${memory} of memory, Node ${process.versions.node}`;
}
