/** Which groups of the results a part of them refers to: the letters before the number of its group ids. */
const groupPrefixes = {
  '/results/participantFlow': 'FG',
  '/results/baseline': 'BG',
  '/results/outcomeMeasures': 'OG',
  '/results/adverseEvents': 'EG',
};

/** Texts that have a form which formats and registries rely on. The schema asks of them only that they are not blank. */
const forms: readonly { readonly path: RegExp; readonly value: (count: number, last: number) => string }[] = [
  { path: /^\/id$/, value: () => 'NCT90000001' },
  { path: /^\/identifiers\/\d+\/value$/, value: (count) => `SPONSOR-${count}` },
  { path: /\/expandedAccess\/trialId$/, value: () => 'NCT90000009' },
  { path: /\/(url|link)$/, value: (count) => `https://example.org/${count}` },
  { path: /\/email$/, value: (count) => `person${count}@example.org` },
  { path: /\/phone$/, value: (count) => `+62 21 ${1_000_000 + count}` },
  { path: /\/(phoneExtension|rank|postalCode|volume|issue)$/, value: (count) => String(count) },
  { path: /\/pmid$/, value: (count) => String(30_000_000 + count) },
  { path: /\/pmcid$/, value: (count) => `PMC${6_000_000 + count}` },
  { path: /\/doi$/, value: (count) => `10.5555/sample.${count}` },
  { path: /\/pages$/, value: (count) => `${count}-${count + 7}` },
  { path: /\/uploadedAt$/, value: (count) => `2020-03-${String((count % 28) + 1).padStart(2, '0')}T10:15` },
  { path: /Browse\/(terms|ancestors)\/\d+\/id$/, value: (count) => `D${String(count).padStart(6, '0')}` },
  { path: /Browse\/leaves\/\d+\/id$/, value: (count) => `M${count}` },
  { path: /\/branches\/\d+\/abbreviation$/, value: (count) => `BC${count}` },
  { path: /\/items\/\d+\/marker$/, value: (count) => `${count}.` },
  { path: /\/interventionNames\/\d+$/, value: (_count, last) => `Drug: ${interventionName(last)}` },
  { path: /^\/interventions\/\d+\/name$/, value: (_count, last) => interventionName(last) },
  { path: /\/armLabels\/\d+$/, value: (_count, last) => armLabel(last) },
  { path: /^\/arms\/\d+\/label$/, value: (_count, last) => armLabel(last) },
  { path: /\/unmapped\/\d+\/path$/, value: () => '/extra' },
  {
    path: /^\/results\/.*\/(value|spread|lowerLimit|upperLimit|parameterValue|dispersionValue|confidenceInterval(Lower|Upper)|numSubjects|numUnits|frequencyThreshold)$/,
    value: (count) => String(count),
  },
  { path: /\/confidenceIntervalPercentage$/, value: () => '95' },
  { path: /\/pValue$/, value: (count) => `0.${String(count).padStart(4, '0')}` },
];

/** The text for a leaf whose texts have a form, different for each count; `undefined` for prose. */
export function fixedForm(pointer: string, count: number): string | undefined {
  const last = Number(/(\d+)(?=\D*$)/.exec(pointer)?.[0] ?? 0);
  if (/\/(groupId|groups\/\d+\/id|groupIds\/\d+)$/.test(pointer)) return groupId(pointer, last);
  return forms.find(({ path }) => path.test(pointer))?.value(count, last);
}

/** Whether the texts at a pointer have a form, so that arbitrary text would not be right there. */
export function hasFixedForm(pointer: string): boolean {
  return fixedForm(pointer, 1) !== undefined;
}

function groupId(pointer: string, last: number): string {
  const section = Object.entries(groupPrefixes).find(([path]) => pointer.startsWith(path));
  return `${section?.[1] ?? 'GR'}00${last}`;
}

const interventionName = (index: number): string => `Samplumab ${index + 1}`;
const armLabel = (index: number): string => `Arm ${index + 1}`;
