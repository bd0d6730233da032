import type {
  AvailableData,
  Browse,
  BrowseBranch,
  BrowseLeaf,
  Document,
  Link,
  Reference,
  Retraction,
  Submission,
  SubmissionTracking,
  Term,
  Trial,
  UnpostedEvent,
  UnpostedResults,
  ViolationEvent,
} from '@trialbridge/core';
import {
  browseRelevance,
  ipdInfoType,
  ipdSharing,
  referenceType,
  unpostedEventType,
  violationEventType,
} from '../../codes/sharing.codes.js';
import { coded, date, flag, integer, type Kind, list, marked, text } from '../kinds.js';
import { field, object, part, shape, shared, special, within } from '../shape.js';
import { dateStruct } from './dates.js';

export const referencesModule = shape<Trial>(
  field(
    'references',
    'references',
    list(
      object(
        shape<Reference>(
          field('pmid', 'pmid', text),
          field('type', 'type', coded(referenceType)),
          field('citation', 'citation', text),
          field('retractions', 'retractions', list(shared<Retraction>({ pmid: 'text', source: 'text' }))),
        ),
      ),
    ),
  ),
  field('seeAlsoLinks', 'links', list(shared<Link>({ label: 'marked', url: 'text' }))),
  field(
    'availIpds',
    'availableData',
    list(shared<AvailableData>({ id: 'text', type: 'text', url: 'text', comment: 'marked' })),
  ),
);

export const ipdSharingStatementModule = shape<Trial>(
  within('ipdSharing', 'ipdSharing', 'plan', coded(ipdSharing.json)),
  within('description', 'ipdSharing', 'description', marked),
  within('infoTypes', 'ipdSharing', 'infoTypes', list(coded(ipdInfoType.json))),
  within('timeFrame', 'ipdSharing', 'timeFrame', marked),
  within('accessCriteria', 'ipdSharing', 'accessCriteria', marked),
  within('url', 'ipdSharing', 'url', text),
);

export const annotationSection = shape<Trial>(
  part(
    'annotationModule',
    shape<Trial>(
      within(
        'unpostedAnnotation',
        'annotations',
        'unpostedResults',
        object(
          shape<UnpostedResults>(
            field('unpostedResponsibleParty', 'responsibleParty', text),
            field(
              'unpostedEvents',
              'events',
              list(
                object(
                  shape<UnpostedEvent>(
                    field('type', 'type', coded(unpostedEventType.json)),
                    field('date', 'date', date),
                    field('dateUnknown', 'dateUnknown', flag),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
      part(
        'violationAnnotation',
        shape<Trial>(
          within(
            'violationEvents',
            'annotations',
            'violations',
            list(
              object(
                shape<ViolationEvent>(
                  field('type', 'type', coded(violationEventType)),
                  field('description', 'description', marked),
                  field('creationDate', 'created', date),
                  field('issuedDate', 'issued', date),
                  field('releaseDate', 'released', date),
                  field('postedDate', 'posted', date),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** The file name, or the end of the address where only that is known. */
const fileName = special<Document>(
  'filename',
  text.schema,
  field<Document, 'filename'>('filename', 'filename', text).read,
  (document, sheet) => {
    const { filename, url } = document;
    const end = url?.slice(url.lastIndexOf('/') + 1);
    if (url !== undefined) {
      if (end === filename || (filename === undefined && end)) sheet.changed(document, 'url', 'file-name-of-address');
      else sheet.dropped(document, 'url', 'no-place');
    }
    return filename ?? (end || undefined);
  },
);

export const documentSection = shape<Trial>(
  part(
    'largeDocumentModule',
    shape<Trial>(
      field('noSap', 'noStatisticalAnalysisPlan', flag),
      field(
        'largeDocs',
        'documents',
        list(
          object(
            shape<Document>(
              field('typeAbbrev', 'type', text),
              field('hasProtocol', 'hasProtocol', flag),
              field('hasSap', 'hasStatisticalAnalysisPlan', flag),
              field('hasIcf', 'hasConsentForm', flag),
              field('label', 'label', text),
              field('date', 'date', date),
              field('uploadDate', 'uploadedAt', text),
              fileName,
              field('size', 'size', integer),
            ),
          ),
        ),
      ),
    ),
  ),
);

const terms = list(shared<Term>({ id: 'text', term: 'text' }));

const browse: Kind<Browse> = object(
  shape<Browse>(
    field('meshes', 'terms', terms),
    field('ancestors', 'ancestors', terms),
    field(
      'browseLeaves',
      'leaves',
      list(
        object(
          shape<BrowseLeaf>(
            field('id', 'id', text),
            field('name', 'name', text),
            field('asFound', 'asFound', text),
            field('relevance', 'relevance', coded(browseRelevance)),
          ),
        ),
      ),
    ),
    field(
      'browseBranches',
      'branches',
      list(object(shape<BrowseBranch>(field('abbrev', 'abbreviation', text), field('name', 'name', text)))),
    ),
  ),
);

const submissionTracking: Kind<SubmissionTracking> = object(
  shape<SubmissionTracking>(
    field('estimatedResultsFirstSubmitDate', 'estimatedResultsFirstSubmitted', date),
    part('firstMcpInfo', shape<SubmissionTracking>(field('postDateStruct', 'firstReleasePosted', dateStruct))),
    field(
      'submissionInfos',
      'submissions',
      list(
        object(
          shape<Submission>(
            field('releaseDate', 'released', date),
            field('unreleaseDate', 'unreleased', date),
            field('unreleaseDateUnknown', 'unreleasedDateUnknown', flag),
            field('resetDate', 'reset', date),
            field('mcpReleaseN', 'releaseNumber', integer),
          ),
        ),
      ),
    ),
  ),
);

export const derivedSection = shape<Trial>(
  part(
    'miscInfoModule',
    shape<Trial>(
      within('versionHolder', 'source', 'version', date),
      field('removedCountries', 'removedCountries', list(text)),
      field('submissionTracking', 'submissionTracking', submissionTracking),
    ),
  ),
  field('conditionBrowseModule', 'conditionBrowse', browse),
  field('interventionBrowseModule', 'interventionBrowse', browse),
);
