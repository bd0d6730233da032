// Writes docs/ctgov-two-formats.md: where API v2 JSON and public XML of one trial differ, and why.
// Run: TRIALBRIDGE_CORPUS=<folder> npx tsx test/write-ctgov-two-formats.ts

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compare, type Difference, type Reason, reasons, type TwoTellings, tellings } from './ctgov-two-formats.js';

const longestShown = 40;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../docs/ctgov-two-formats.md', import.meta.url), twoFormatsPage(tellings()));

export function twoFormatsPage(all: readonly TwoTellings[]): string {
  const same = all.filter(({ isSameRevision }) => isSameRevision);
  const later = all.filter(({ isSameRevision }) => !isSameRevision);
  const compared = same.map((telling) => ({ id: telling.json.id, ...compare(telling) }));
  const used = new Set(compared.flatMap(({ differences }) => differences.map(({ why }) => why)));
  return `# One trial, two formats

${all.length} trials of the real records that the tests run on are held as API v2 JSON and as public XML. Both are read, and every
field that both formats carry (those in neither format's \`omits\`) is compared. Written by
\`test/write-ctgov-two-formats.ts\`; \`test/ctgov-two-formats.test.ts\` fails on a difference that is not explained here.

## Downloaded after the same revision

| Trial | Equal values | Differences |
| --- | --- | --- |
${compared.map(({ id, equal, differences }) => `| ${id} | ${equal} | ${differences.length} |`).join('\n')}

The reasons:

${(Object.keys(reasons) as Reason[])
  .filter((reason) => used.has(reason))
  .map((reason) => `- **${reason}**: ${reasons[reason]}`)
  .join('\n')}

| Trial | Path | API v2 | Public XML | Reason |
| --- | --- | --- | --- | --- |
${compared.flatMap(({ id, differences }) => differences.map((difference) => row(id, difference))).join('\n')}

Written as public XML, the API v2 side of these trials gives the registry's own file, element for element, but for
\`number_of_arms\`, \`number_of_groups\` and \`last_update_submitted_qc\`, which API v2 does not hold, and for the MeSH terms.

## Downloaded after different revisions

The record was changed between the two downloads, so that fields differ because the trial does.

| Trial | Last update in API v2 | Last update in the XML | Equal values | Fields that differ |
| --- | --- | --- | --- | --- |
${later.map(laterRow).join('\n')}
`;
}

function row(id: string, { path, json, xml, why }: Difference): string {
  return `| ${id} | \`${path}\` | ${shown(json)} | ${shown(xml)} | ${why ?? '**not explained**'} |`;
}

function laterRow(telling: TwoTellings): string {
  const { equal, differences } = compare(telling);
  const dates = [telling.json, telling.xml].map((trial) => trial.registration?.lastUpdateSubmitted?.date ?? '-');
  return `| ${telling.json.id} | ${dates.join(' | ')} | ${equal} | ${fieldsOf(differences)} |`;
}

/** The top fields of the model that differences stand in, with how many. */
function fieldsOf(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const { path, why } of differences) {
    if (why) continue;
    const field = path.split('/')[1] ?? '';
    counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts].map(([field, count]) => `${field} ${count}`).join(', ') || '-';
}

/** A value in a cell: texts of any length are told by their length, not repeated. */
function shown(value: unknown): string {
  if (value === undefined) return '-';
  if (typeof value !== 'string') return String(value);
  return value.length > longestShown
    ? `${value.length} characters`
    : value.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
