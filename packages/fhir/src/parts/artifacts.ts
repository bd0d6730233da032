import type { Document, Identifier, Reference } from '@trialbridge/core';
import { documentLabels, artifactLabels as labels } from '../labels.js';
import { isUnsignedInt, uriFault } from '../primitive-forms.js';
import { reportDropped, type StudyContext } from '../study-context.js';
import { labelledLines, originalText, setDate } from '../text.js';
import type { Artifact, ArtifactDocument } from './artifact.js';
import { cslDocument } from './csl.js';

const nct = /^NCT\d{8}$/;

export function toArtifacts(context: StudyContext): Artifact[] {
  const { trial } = context;
  const list: Artifact[] = [];
  addSource(context, list);
  for (const identifier of trial.identifiers ?? []) addIdentifierPage(list, identifier);
  if (trial.expandedAccess?.trialId !== undefined) {
    const id = trial.expandedAccess.trialId;
    const page: Artifact = { relation: 'documentation', label: labels.expandedAccess, display: id };
    if (nct.test(id)) page.url = `https://clinicaltrials.gov/study/${id}`;
    list.push(page);
  }
  for (const reference of trial.references ?? []) addReference(list, reference);
  for (const { label, url } of trial.links ?? []) {
    list.push(
      withUrl({ relation: 'documentation', label: labels.link, ...(label !== undefined && { display: label }) }, url),
    );
  }
  for (const { id, type, url, comment } of trial.availableData ?? []) {
    const data: Artifact = { relation: 'data', label: labels.availableData };
    if (id !== undefined) data.display = id;
    if (comment !== undefined) data.citation = comment;
    if (type !== undefined) data.document = { title: type };
    list.push(withUrl(data, url));
  }
  if (trial.ipdSharing?.url !== undefined) {
    list.push(withUrl({ relation: 'data', label: labels.ipdSharing }, trial.ipdSharing.url));
  }
  trial.documents?.forEach((document, index) => {
    list.push(toDocument(context, document, index));
  });
  addResults(context, list);
  return list;
}

/** An address with a blank, or an OID or UUID in the wrong form, is no URI: it then stands as the wording of an address that is not there. */
function withUrl(artifact: Artifact, url: string | undefined): Artifact {
  if (url === undefined) return artifact;
  if (uriFault(url)) artifact._url = originalText(url);
  else artifact.url = url;
  return artifact;
}

/** Formats of the registry itself: a trial read from one derives from the registry's record. */
const ofRegistry = new Set(['ctgov-json', 'ctgov-xml']);

/** The record that was read, and the registry's own record, from which a page or an abstract does not derive. */
function addSource({ trial }: StudyContext, list: Artifact[]): void {
  if (trial.source.url !== undefined) {
    list.push(withUrl({ relation: 'source', label: labels.source }, trial.source.url));
  }
  if (nct.test(trial.id)) {
    list.push({
      relation: ofRegistry.has(trial.source.format) ? 'source' : 'documentation',
      label: labels.record,
      url: `https://clinicaltrials.gov/api/v2/studies/${trial.id}`,
    });
  }
}

function addIdentifierPage(list: Artifact[], { value, link }: Identifier): void {
  if (link === undefined) return;
  list.push(withUrl({ relation: 'documentation', label: labels.identifier, display: value }, link));
}

function addReference(list: Artifact[], reference: Reference): void {
  const { pmid, doi, type, citation, title } = reference;
  const artifact: Artifact = { relation: type?.code === 'BACKGROUND' ? 'background' : 'citation' };
  if (type?.code !== undefined) artifact.label = type.code;
  if (type?.verbatim !== undefined) artifact._label = originalText(type.verbatim);
  if (title !== undefined) artifact.display = title;
  if (citation !== undefined) artifact.citation = citation;
  const isPmid = pmid !== undefined && /^\d+$/.test(pmid);
  if (isPmid) artifact.url = `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  else if (doi !== undefined && !uriFault(doi)) artifact.url = `https://doi.org/${doi}`;
  const document = cslDocument(reference, isPmid);
  if (document) artifact.document = document;
  list.push(artifact);
  for (const retraction of reference.retractions ?? []) {
    const notice: Artifact = { relation: 'citation', label: labels.retraction };
    if (retraction.source !== undefined) notice.citation = retraction.source;
    if (retraction.pmid !== undefined) {
      if (/^\d+$/.test(retraction.pmid)) notice.url = `https://pubmed.ncbi.nlm.nih.gov/${retraction.pmid}/`;
      else notice.display = retraction.pmid;
    }
    list.push(notice);
  }
}

/** From R5 on a size has 64 bits; a JSON number counts exactly up to fewer. */
function isCountable(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/** The address of a posted document follows from its name; a stated one is kept as a line of the citation. */
function toDocument(context: StudyContext, document: Document, index: number): Artifact {
  const { trial, vocabulary } = context;
  const { size } = document;
  const isSize = vocabulary.version === 'R4' ? isUnsignedInt : isCountable;
  const made: Artifact = { relation: 'documentation', label: labels.document };
  if (document.label !== undefined) made.display = document.label;
  const lines = labelledLines([
    [documentLabels.type, document.type],
    [documentLabels.hasProtocol, document.hasProtocol],
    [documentLabels.hasStatisticalAnalysisPlan, document.hasStatisticalAnalysisPlan],
    [documentLabels.hasConsentForm, document.hasConsentForm],
    [documentLabels.uploadedAt, document.uploadedAt],
    [documentLabels.url, document.url],
    [documentLabels.size, size !== undefined && !isSize(size) ? size : undefined],
  ]);
  if (lines !== undefined) made.citation = lines;
  const { filename } = document;
  const attachment: ArtifactDocument = {};
  if (filename?.endsWith('.pdf')) attachment.contentType = 'application/pdf';
  if (document.url !== undefined && !uriFault(document.url)) attachment.url = document.url;
  else if (filename !== undefined && nct.test(trial.id) && !/\s/.test(filename)) {
    attachment.url = `https://cdn.clinicaltrials.gov/large-docs/${trial.id.slice(-2)}/${trial.id}/${filename}`;
  }
  if (size !== undefined && isSize(size)) attachment.size = size;
  if (filename !== undefined) attachment.title = filename;
  if (document.date) setDate(context, `/documents/${index}/date`, attachment, 'creation', document.date);
  if (document.date?.type) reportDropped(context, `/documents/${index}/date/type`, 'date-type', noActual);
  if (Object.keys(attachment).length > 0) made.document = attachment;
  return made;
}

const noActual = 'The date of a document has no actual or estimated.';

function addResults(context: StudyContext, list: Artifact[]): void {
  const { trial } = context;
  if (trial.hasResults && nct.test(trial.id)) {
    const url = `https://clinicaltrials.gov/study/${trial.id}?tab=results`;
    list.push({ relation: 'documentation', label: labels.results, url });
  }
  const summary = trial.resultsSummary;
  if (summary?.url === undefined && summary?.date === undefined) return;
  const made = withUrl({ relation: 'documentation', label: labels.resultsSummary }, summary.url);
  const { date } = summary;
  if (date?.type) reportDropped(context, '/resultsSummary/date/type', 'date-type', noActual);
  if (date?.date !== undefined || date?.verbatim !== undefined) {
    const document: ArtifactDocument = {};
    setDate(context, '/resultsSummary/date', document, 'creation', date);
    made.document = document;
  }
  list.push(made);
}
