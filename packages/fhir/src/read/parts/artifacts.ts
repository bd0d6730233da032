import type { AvailableData, Document, Link, Reference, TrialDate } from '@trialbridge/core';
import { documentLabels, artifactLabels as labels } from '../../labels.js';
import { cslType } from '../../parts/csl.js';
import { type Found, found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';
import { table } from '../table.js';
import { referenceTypeVocabulary } from '../vocabularies.js';
import { type Artifact, artifactsOf, documentLines } from './artifact.js';
import { readCsl } from './csl.js';
import { readDate } from './dates.js';

/** What is collected, before it becomes lists of the trial. */
interface Lists {
  readonly references: Reference[];
  readonly links: Link[];
  readonly availableData: AvailableData[];
  readonly documents: Document[];
}

/** Publications, links, data, documents, and the pages that other fields name. */
export function readArtifacts(reading: StudyReading): void {
  const lists: Lists = { references: [], links: [], availableData: [], documents: [] };
  for (const artifact of artifactsOf(reading)) {
    const readLabelled = reading.isOurs ? readers.get(artifact.label ?? '') : undefined;
    if (readLabelled) {
      if (readLabelled(reading, artifact, lists)) artifact.part.takeAll();
    } else if (reading.isOurs) readReference(reading, artifact, lists);
    else readOthers(reading, artifact, lists);
  }
  for (const field of ['references', 'links', 'availableData', 'documents'] as const) {
    if (lists[field].length > 0) Object.assign(reading.trial, { [field]: lists[field] });
  }
}

/** Tells whether the artifact was understood. */
type Reader = (reading: StudyReading, artifact: Artifact, lists: Lists) => boolean;

function add<Item extends object>(list: Item[], item: Item): boolean {
  for (const _key in item) {
    list.push(item);
    return true;
  }
  return false;
}

/** What each of our labels stands for. The addresses that follow from the trial's id are nothing new. */
const readers = table<Reader>({
  [labels.source]: (reading, artifact) => reading.put(reading.trial.source, 'url', addressOf(artifact)),
  [labels.record]: () => true,
  [labels.results]: () => true,
  [labels.identifier]: readIdentifierPage,
  [labels.expandedAccess]: (reading, { display }) => {
    within(reading.trial, 'expandedAccess', (access) => reading.put(access, 'trialId', display));
    return display !== undefined;
  },
  [labels.retraction]: readRetraction,
  [labels.link]: (reading, artifact, lists) => {
    const link: Link = {};
    reading.put(link, 'label', artifact.display);
    reading.put(link, 'url', addressOf(artifact));
    return add(lists.links, link);
  },
  [labels.availableData]: (reading, artifact, lists) => {
    const data: AvailableData = {};
    reading.put(data, 'id', artifact.display);
    reading.put(data, 'type', artifact.title);
    reading.put(data, 'url', addressOf(artifact));
    reading.put(data, 'comment', artifact.citation);
    return add(lists.availableData, data);
  },
  [labels.ipdSharing]: (reading, artifact) => {
    within(reading.trial, 'ipdSharing', (sharing) => reading.put(sharing, 'url', addressOf(artifact)));
    return addressOf(artifact) !== undefined;
  },
  [labels.document]: readDocument,
  [labels.resultsSummary]: (reading, artifact) => {
    let isKnown = false;
    within(reading.trial, 'resultsSummary', (summary) => {
      const hasUrl = reading.put(summary, 'url', addressOf(artifact));
      isKnown = reading.put(summary, 'date', dateOf(reading, artifact)) || hasUrl;
    });
    return isKnown;
  },
});

function addressOf({ url, urlOriginal }: Artifact): Found<string> | undefined {
  return urlOriginal ?? url;
}

function dateOf(reading: StudyReading, { attachment }: Artifact): Found<TrialDate> | undefined {
  return attachment && readDate(reading, attachment, 'creation');
}

/** Belongs to the first identifier of that value which has no page yet. */
function readIdentifierPage(reading: StudyReading, artifact: Artifact): boolean {
  const value = artifact.display?.value;
  const identifier = reading.trial.identifiers?.find((one) => one.value === value && one.link === undefined);
  return identifier !== undefined && reading.put(identifier, 'link', addressOf(artifact));
}

/** A size that FHIR has no number for stands in words. */
function statedSize(citation: Found<string> | undefined): Found<number> | undefined {
  const line = citation && documentLines(citation).get(documentLabels.size);
  return citation && line !== undefined ? found(citation, Number(line)) : undefined;
}

function readDocument(reading: StudyReading, artifact: Artifact, lists: Lists): boolean {
  const document: Document = {};
  reading.put(document, 'label', artifact.display);
  const { citation, attachment } = artifact;
  if (citation) {
    const lines = documentLines(citation);
    for (const key of ['type', 'uploadedAt', 'url'] as const) {
      const line = lines.get(documentLabels[key]);
      if (line !== undefined) reading.put(document, key, found(citation, line));
    }
    for (const key of ['hasProtocol', 'hasStatisticalAnalysisPlan', 'hasConsentForm'] as const) {
      const line = lines.get(documentLabels[key]);
      if (line !== undefined) reading.put(document, key, found(citation, line === 'true'));
    }
  }
  reading.put(document, 'filename', artifact.title);
  reading.put(document, 'date', dateOf(reading, artifact));
  reading.put(document, 'size', attachment?.count('size') ?? statedSize(citation));
  return add(lists.documents, document);
}

const pubmedPage = /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)\/?$/;
const doiPage = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/;

/** A notice about the publication before it. */
function readRetraction(reading: StudyReading, artifact: Artifact, { references }: Lists): boolean {
  const reference = references.at(-1);
  if (!reference) return false;
  const retraction: NonNullable<Reference['retractions']>[number] = {};
  const { url, display } = artifact;
  const pmid = url && pubmedPage.exec(url.value)?.[1];
  reading.put(retraction, 'pmid', url && pmid !== undefined ? found(url, pmid) : display);
  reading.put(retraction, 'source', artifact.citation);
  const retractions = [...(reference.retractions ?? [])];
  if (!add(retractions, retraction)) return false;
  reference.retractions = retractions;
  return true;
}

function readReference(reading: StudyReading, artifact: Artifact, lists: Lists): void {
  const reference: Reference = {};
  const { label, labelOriginal, url, attachment, part } = artifact;
  const place = labelPlace(artifact);
  const type: NonNullable<Reference['type']> = {};
  if (label !== undefined && referenceTypeVocabulary.has(label)) type.code = label;
  if (labelOriginal) type.verbatim = labelOriginal.value;
  if (place && (type.code ?? type.verbatim) !== undefined) reading.put(reference, 'type', found(place, type));
  reading.put(reference, 'title', artifact.display);
  reading.put(reference, 'citation', artifact.citation);
  const pmid = url && pubmedPage.exec(url.value)?.[1];
  if (url && pmid !== undefined) reading.put(reference, 'pmid', found(url, pmid));
  if (attachment?.peek('contentType') === cslType) readCsl(reading, reference, attachment);
  if (add(lists.references, reference)) part.takeAll();
}

function labelPlace({ part, labelOriginal }: Artifact): Found<unknown> | undefined {
  const place = part.place('label') ?? part.part('type')?.place('text');
  return labelOriginal ?? (place && found(place, undefined));
}

/** Relations that make a work a publication of or about the study. */
const citing: ReadonlySet<string> = new Set(['citation', 'cites', 'cited-by']);
/** Relations that name the record that a study was made from. */
const transforming: ReadonlySet<string> = new Set(['transforms', 'derived-from']);

/** Artifacts of others: a cited work, the record it was made from, or a link. What else they hold is kept. */
function readOthers(reading: StudyReading, artifact: Artifact, lists: Lists): void {
  const { relation = '', display, citation, url } = artifact;
  if (citing.has(relation)) {
    readOthersReference(reading, artifact, lists);
    return;
  }
  if (!url || !/^https?:/.test(url.value) || citation || relation === 'transformed-with') return;
  if (transforming.has(relation)) {
    if (reading.trial.source.url !== undefined) return;
    reading.put(reading.trial.source, 'url', url);
    take(artifact, 'url');
  } else if (/^IPD Sharing URL$/i.test(display?.value ?? '')) {
    within(reading.trial, 'ipdSharing', (sharing) => reading.put(sharing, 'url', url));
    take(artifact, 'url', 'display');
  } else {
    const link: Link = {};
    reading.put(link, 'label', display);
    reading.put(link, 'url', url);
    lists.links.push(link);
    take(artifact, 'url', 'display');
  }
}

function readOthersReference(reading: StudyReading, artifact: Artifact, lists: Lists): void {
  const { display, citation, url } = artifact;
  const reference: Reference = {};
  const pmid = url && pubmedPage.exec(url.value)?.[1];
  const doi = url && doiPage.exec(url.value)?.[1];
  if (url && pmid !== undefined) reading.put(reference, 'pmid', found(url, pmid));
  if (url && doi !== undefined) reading.put(reference, 'doi', found(url, doi));
  reading.put(reference, 'citation', citation ?? display);
  if (Object.keys(reference).length === 0) return;
  if (citation && display) reading.put(reference, 'title', display);
  lists.references.push(reference);
  take(artifact, 'citation', 'display', ...((pmid ?? doi) === undefined ? [] : (['url'] as const)));
}

/** Takes parts of an artifact, and what it is to the study. */
function take({ part, ...artifact }: Artifact, ...names: readonly ('url' | 'display' | 'citation')[]): void {
  const { account } = part;
  for (const name of names) {
    const place = artifact[name];
    if (place) account.take(place);
  }
  part.take('type');
  const identifier = part.part('targetReference')?.part('identifier');
  if (names.includes('url')) identifier?.take('system');
}
