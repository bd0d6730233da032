import type {
  AvailableData,
  Browse,
  Coded,
  Document,
  IpdInfoTypeCode,
  IpdSharingStatement,
  Link,
  Reference,
  ReferenceTypeCode,
  Term,
  Trial,
  UnpostedEvent,
  UnpostedEventTypeCode,
  UnpostedResults,
} from '@trialbridge/core';
import { ipdInfoType, ipdSharing, referenceType, unpostedEventType } from '../codes/sharing.codes.js';
import { dateType } from '../codes/status.codes.js';
import { readLine } from './element-text.js';
import {
  coded,
  date,
  type ElementReader,
  elements,
  group,
  item,
  items,
  prose,
  readCoded,
  readDate,
  readObject,
  text,
  unknownDate,
  within,
  yesNo,
} from './elements.js';

export const linkElement = items<Trial, 'links'>(
  'links',
  elements<Link>({ url: text('url'), description: text('label') }),
);

const inReference = elements<Reference>({ citation: text('citation'), PMID: text('pmid') });

/** References of the two kinds are one list in the model, told apart by type. */
export function referenceElement(code: ReferenceTypeCode): ElementReader<Trial> {
  const type = referenceType.get(code);
  return item('references', (source) => {
    const found = readObject(source, inReference);
    if (found && type) found.type = type;
    return found;
  });
}

export const patientData = within<Trial, 'ipdSharing'>(
  'ipdSharing',
  group(
    elements<IpdSharingStatement>({
      sharing_ipd: coded('plan', ipdSharing.xml),
      ipd_description: prose('description'),
      ipd_info_type: item<IpdSharingStatement, 'infoTypes', Coded<IpdInfoTypeCode>>('infoTypes', (source) =>
        readCoded(source, ipdInfoType.xml),
      ),
      ipd_time_frame: prose('timeFrame'),
      ipd_access_criteria: prose('accessCriteria'),
      ipd_url: text('url'),
    }),
  ),
);

export const studyDocs = group(
  elements<Trial>({
    study_doc: items(
      'availableData',
      elements<AvailableData>({
        doc_id: text('id'),
        doc_type: text('type'),
        doc_url: text('url'),
        doc_comment: prose('comment'),
      }),
    ),
  }),
);

export const providedDocuments = group(
  elements<Trial>({
    provided_document: items(
      'documents',
      elements<Document>({
        document_type: text('label'),
        document_has_protocol: yesNo('hasProtocol'),
        document_has_icf: yesNo('hasConsentForm'),
        document_has_sap: yesNo('hasStatisticalAnalysisPlan'),
        document_date: date('date'),
        document_url: text('url'),
      }),
    ),
  }),
);

export function browseElement(name: 'conditionBrowse' | 'interventionBrowse'): ElementReader<Trial> {
  return within(
    name,
    group(
      elements<Browse>({
        mesh_term: item<Browse, 'terms', Term>('terms', (source) => {
          const term = readLine(source);
          return term === undefined ? undefined : { term };
        }),
      }),
    ),
  );
}

/** Results submitted and not posted: the element says what happened, `Unknown` stands for the date. */
function pendingEvent(code: UnpostedEventTypeCode): ElementReader<UnpostedResults> {
  const type = unpostedEventType.json.get(code);
  return item<UnpostedResults, 'events', UnpostedEvent>('events', (source) => {
    const found = readDate(source, dateType.xml);
    if (!found || !type) return undefined;
    return found.verbatim === unknownDate && !found.type ? { type, dateUnknown: true } : { type, date: found };
  });
}

const inPendingResults = group(
  elements<UnpostedResults>({
    submitted: pendingEvent('RELEASE'),
    returned: pendingEvent('RESET'),
    submission_canceled: pendingEvent('UNRELEASE'),
  }),
);

export const pendingResults = within<Trial, 'annotations'>('annotations', within('unpostedResults', inPendingResults));
