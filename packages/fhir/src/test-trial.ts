import type { Issue, Trial, TrialWriter } from '@trialbridge/core';

/** For tests: a trial of few fields, with others put in their place. */
export function trialWith(fields: Partial<Trial> = {}): Trial {
  return {
    schemaVersion: '1.0',
    id: 'NCT01234567',
    source: { format: 'sample', kind: 'registration' },
    overallStatus: { code: 'RECRUITING' },
    ...fields,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: expectations look into documents of several versions
type Data = any;

export interface Seen {
  readonly bundle: Data;
  readonly study: Data;
  /** Companions of a type, in order. */
  of(type: string): Data[];
  /** Values of the study's extension of an R5 element, in R4. */
  r5(element: string): Data[];
  readonly issues: Issue[];
}

/** For tests: what a writer makes of a trial, as JSON carries it. */
export function see<Document>(writer: TrialWriter<Document>, fields: Partial<Trial> = {}): Seen {
  const issues: Issue[] = [];
  const document = writer.write(trialWith(fields), { report: (issue) => issues.push(issue) });
  const bundle: Data = JSON.parse(writer.toText(document));
  const resources: Data[] = bundle.entry.map((entry: Data) => entry.resource);
  const [study] = resources;
  return {
    bundle,
    study,
    of: (type) => resources.slice(1).filter((resource) => resource.resourceType === type),
    r5: (element) =>
      extensionsOf(study, `http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.${element}`),
    issues,
  };
}

/** For tests: values of an element's extensions of one url; of complex ones, their children by name. */
export function extensionsOf(element: Data, url: string): Data[] {
  return (element?.extension ?? [])
    .filter((extension: Data) => extension.url === url)
    .map((extension: Data) => valueIn(extension));
}

function valueIn(extension: Data): Data {
  if (!extension.extension) return Object.entries(extension).find(([key]) => key.startsWith('value'))?.[1];
  const children: Record<string, Data> = {};
  for (const child of extension.extension) children[child.url] = [...(children[child.url] ?? []), valueIn(child)];
  return children;
}
