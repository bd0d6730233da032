import type { AvailableData, Document, IpdSharingStatement, Link, Reference, Trial } from '@trialbridge/core';
import { ipdInfoType, ipdSharing } from '../codes/sharing.codes.js';
import { isNctId } from '../identifier.js';
import type { XmlDraft } from './draft.js';
import { writePlainDate } from './write-dates.js';

export function writeLinks(draft: XmlDraft, links: Link[] | undefined): void {
  if (!links) return;
  for (const [index, link] of links.entries()) {
    if (link.url === undefined && !draft.isOwn) {
      draft.dropped(`/links/${index}`, 'link-needs-url');
      continue;
    }
    draft.open('link');
    draft.leaf('url', link.url);
    draft.marked('description', link.label);
    draft.close('link');
  }
}

const pubMedId = /^[1-9]\d*$/;

/** Background references, then those with results; the registry's own findings have no place. */
export function writeReferences(draft: XmlDraft, references: Reference[] | undefined): void {
  if (!references) return;
  const results: number[] = [];
  for (const [index, reference] of references.entries()) {
    const code = reference.type?.code;
    if (code === 'RESULT') results.push(index);
    else if (code === 'DERIVED') draft.dropped(`/references/${index}`, 'derived-reference');
    else {
      reportBackground(draft, reference, `/references/${index}/type`);
      writeReference(draft, 'reference', reference, `/references/${index}`);
    }
  }
  for (const index of results) {
    const reference = references[index];
    if (reference) writeReference(draft, 'results_reference', reference, `/references/${index}`);
  }
}

/** A reference of no kind stands among the background references, for want of another place: that is reported. */
function reportBackground(draft: XmlDraft, { type }: Reference, pointer: string): void {
  if (!type) draft.saysMore(pointer, 'as-background');
  else if (type.code === undefined) draft.dropped(pointer, 'not-in-vocabulary');
  else if (!draft.isOwn) draft.changed(`${pointer}/code`, 'said-by-element');
}

function writeReference(draft: XmlDraft, element: string, reference: Reference, pointer: string): void {
  const { citation, pmid, type } = reference;
  const isNumber = pmid === undefined || pubMedId.test(pmid) || draft.isOwn;
  if (citation === undefined && (pmid === undefined || !isNumber) && !draft.isOwn) {
    draft.dropped(pointer, 'empty-reference');
    return;
  }
  if (type?.verbatim !== undefined && type.code !== undefined) draft.withoutWording.add(type);
  if (!isNumber) draft.dropped(`${pointer}/pmid`, 'not-a-number');
  draft.open(element);
  draft.leaf('citation', citation);
  if (isNumber) draft.leaf('PMID', pmid);
  draft.close(element);
}

export function writeSharing(draft: XmlDraft, sharing: IpdSharingStatement | undefined): void {
  if (!sharing) return;
  const plan = sharing.plan && draft.wording(sharing.plan, ipdSharing.xml);
  if (plan === undefined && !draft.isOwn) {
    draft.dropped('/ipdSharing', 'sharing-needs-plan');
    return;
  }
  draft.open('patient_data');
  draft.leaf('sharing_ipd', plan);
  draft.marked('ipd_description', sharing.description);
  for (const kind of sharing.infoTypes ?? []) draft.coded('ipd_info_type', kind, ipdInfoType.xml);
  draft.marked('ipd_time_frame', sharing.timeFrame);
  draft.marked('ipd_access_criteria', sharing.accessCriteria);
  draft.leaf('ipd_url', sharing.url);
  draft.close('patient_data');
}

export function writeAvailableData(draft: XmlDraft, available: AvailableData[] | undefined): void {
  if (!available) return;
  draft.open('study_docs');
  for (const data of available) {
    draft.open('study_doc');
    draft.leaf('doc_id', data.id);
    draft.leaf('doc_type', data.type);
    draft.leaf('doc_url', data.url);
    draft.marked('doc_comment', data.comment);
    draft.close('study_doc');
  }
  draft.close('study_docs');
}

export function writeDocuments(draft: XmlDraft): void {
  const { documents } = draft.trial;
  if (!documents) return;
  draft.open('provided_document_section');
  for (const [index, document] of documents.entries()) {
    draft.open('provided_document');
    draft.leaf('document_type', document.label);
    draft.yesNo('document_has_protocol', document.hasProtocol);
    draft.yesNo('document_has_icf', document.hasConsentForm);
    draft.yesNo('document_has_sap', document.hasStatisticalAnalysisPlan);
    writePlainDate(draft, 'document_date', document.date, `/documents/${index}/date`);
    writeAddress(draft, document, `/documents/${index}`);
    draft.close('provided_document');
  }
  draft.close('provided_document_section');
}

function writeAddress(draft: XmlDraft, document: Document, pointer: string): void {
  const { url, filename } = document;
  const made = url === undefined ? addressOf(draft.trial, document) : undefined;
  draft.leaf('document_url', url ?? made);
  if (filename === undefined) return;
  if (made !== undefined) draft.changed(`${pointer}/filename`, 'name-made-address');
  else if (url?.endsWith(`/${filename}`)) draft.changed(`${pointer}/filename`, 'file-name-in-address');
  else draft.dropped(`${pointer}/filename`, 'address-from-name');
}

/** Where ClinicalTrials.gov keeps a posted document of its records: by the last two digits of the record's id. */
function addressOf(trial: Trial, { filename }: Document): string | undefined {
  if (filename === undefined || !isNctId(trial.id)) return undefined;
  return `https://ClinicalTrials.gov/ProvidedDocs/${trial.id.slice(-2)}/${trial.id}/${filename}`;
}
