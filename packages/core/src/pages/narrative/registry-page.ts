import { scanLines } from '../lines.js';

/** Labels that registries and their aggregators print, in lower case without a colon. */
const labels: ReadonlySet<string> = new Set([
  'accepts healthy volunteers', 'accepts healthy volunteers?', 'ages', 'ages eligible for study', 'age group', 'allocation', 'anticipated enrollment',
  'arm groups', 'arms of the study', 'approved for marketing', 'brief summary', 'brief title', 'clinical phase', 'clinical study id', 'clinicaltrials.gov id',
  'clinicaltrials.gov identifier', 'collaborator', 'completion date', 'condition', 'condition category', 'condition or disease', 'conditions',
  'countries of recruitment', 'ct.gov id', 'ctri number', 'date last updated', 'date registered', 'date submitted', 'detailed description',
  'eligibility', 'eligibility criteria', 'eligible ages', 'enrollment', 'enrollment (actual)', 'estimated enrollment',
  'estimated completion date', 'ethics application status', 'eu ct number', 'eu trial number', 'eudract number', 'exclusion criteria', 'expanded access status', 'first posted',
  'first received', 'funding type', 'gender', 'genders eligible for study', 'health condition', 'inclusion criteria', 'intervention',
  'intervention model', 'intervention type', 'interventions', 'isrctn', 'key exclusion criteria', 'key inclusion criteria', 'last update posted',
  'last updated', 'lead sponsor', 'locations', 'masking', 'maximum age', 'minimum age', 'national competent authority', 'nct id', 'nct number',
  'official title', 'other trial ids', 'overall recruitment status', 'overall status', 'overall study status', 'overall trial status', 'participation criteria', 'phase', 'post graduate thesis',
  'primary completion date', 'primary outcome', 'primary outcome measures', 'primary purpose', 'primary sponsor', 'primary study purpose',
  'protocol serial number', 'public title', 'public title of study', 'recruitment status', 'registration date', 'registration number',
  'responsible party', 'scientific title', 'secondary id', 'secondary ids if any', 'secondary outcome measures', 'sexes eligible for study',
  'sites / locations', 'sponsor', 'sponsored by', 'sponsors', "sponsor's protocol code number", 'start date', 'status', 'study classification',
  'study completion date', 'study description', 'study design', 'study details', 'study id', 'study locations', 'study phase', 'study start date',
  'study status', 'study type', 'submission date', 'target enrollment', 'total enrollment', 'total participants', 'treatment', 'trial acronym',
  'trial id', 'trial phase', 'trial status', 'trial title', 'type of study', 'type of trial', 'universal trial number (utn)', 'withdrawn', 'why study stopped',
]); // biome-ignore format: a list

const enough = 4;
/** Phrases of registries' pages, each as telling as three labels. */
const phrases: readonly RegExp[] = [
  /^EU Clinical Trials Register\b/i,
  /^Flag of the European Union EU Clinical Trials Register/i,
  /^(?:EU )?Clinical Trials Information System(?: \(CTIS\))?$/i,
  /^Trial (?:registered on ANZCTR|details imported from)/i,
  /^This is an? (?:interventional|observational|expanded access)(?: [a-z]+){0,3} trial for /i,
];
const looked = 100_000;

/** Whether a text shows the labels of a registry page, in a layout that no reader here knows. */
export function isRegistryPage(source: string): boolean {
  const found = new Set<string>();
  let weight = 0;
  for (const line of scanLines(source, 0, Math.min(source.length, looked))) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 120));
    for (const label of labelsOf(text)) found.add(label);
    if (phrases.some((phrase) => phrase.test(text))) weight += 3;
    if (lettered.test(text)) weight += 1;
    if (values.test(text)) found.add(text.toLowerCase());
    if (found.size + weight >= enough) return true;
  }
  return false;
}

/** Values that some aggregators print without labels, each alone on its line. */
const values =
  /^(?:Recruiting|Not yet recruiting|Active, not recruiting|Phase (?:[1-4]|I{1,3}|IV|N\/A)|\d{1,2}\s?-\s?\d{1,3} years|\d{1,2} years of age)$/i;

/** The numbered fields of the EU register: `E.1.1 Medical condition`. */
const lettered = /^[A-P]\.\d{1,2}(?:\.\d{1,2}){0,3}\.?[\s|]/;

/** What may be a label in a line: the line, its part before a colon or a bar, without marks of lists and headings. */
function labelsOf(line: string): string[] {
  const text = line
    .replace(/^[\s|#>*\u2022-]+/, '')
    .replace(/\*\*/g, '')
    .toLowerCase();
  return [text, text.split(':')[0] ?? '', text.split('|')[0] ?? '']
    .map((candidate) => candidate.replace(/[\s:|]+$/, '').trim())
    .filter((candidate) => labels.has(candidate));
}
