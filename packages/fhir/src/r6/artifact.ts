import type { CodeableConcept, Element, Reference } from '../elements.js';
import type { Artifact } from '../parts/artifact.js';
import { labelledLines } from '../text.js';

/** R6 has `relatesTo` in the place of `relatedArtifact`: a relation and one target, with one text at most. */
export interface RelatesTo {
  type: CodeableConcept;
  targetUri?: string;
  targetAttachment?: AttachmentR6;
  targetReference?: Reference;
  targetMarkdown?: string;
}

interface AttachmentR6 {
  contentType?: string;
  data?: string;
  url?: string;
  _url?: Element;
  size?: string;
  title?: string;
  creation?: string;
  _creation?: Element;
}

const system = 'http://terminology.hl7.org/CodeSystem/artifact-relationship-type';
const pubmed = 'https://pubmed.ncbi.nlm.nih.gov';

const types = {
  citation: 'citation',
  background: 'cites',
  documentation: 'documentation',
  data: 'supported-with',
  source: 'derived-from',
} as const satisfies Record<Artifact['relation'], string>;

/** Lines of `targetAttachment.title`, where it holds more than a display. The citation is last: it may have lines. */
export const attachmentTitleLabels = { display: 'Display', title: 'Title', citation: 'Citation' } as const;

/** What the artifact is stands in `type.text`. */
export function toRelatesTo(artifact: Artifact): RelatesTo {
  const { relation, label, _label, display, citation, url, _url, document } = artifact;
  const type: CodeableConcept = { coding: [{ system, code: types[relation] }] };
  if (_label) type.extension = _label.extension;
  if (label !== undefined) type.text = label;
  if (!document && display === undefined && !_url) {
    if (url === undefined) return { type, targetMarkdown: citation ?? '' };
    if (citation === undefined) return { type, targetUri: url };
    const pmid = url.startsWith(`${pubmed}/`) ? url.slice(pubmed.length + 1, -1) : undefined;
    if (pmid !== undefined) {
      return { type, targetReference: { identifier: { system: pubmed, value: pmid }, display: citation } };
    }
  }
  return { type, targetAttachment: toAttachment(artifact) };
}

function toAttachment({ display, citation, url, _url, document }: Artifact): AttachmentR6 {
  const { size, title, ...rest } = document ?? {};
  const made: AttachmentR6 = rest;
  if (url !== undefined) made.url = url;
  if (_url) made._url = _url;
  if (size !== undefined) made.size = String(size);
  const text =
    title === undefined && citation === undefined
      ? display
      : labelledLines([
          [attachmentTitleLabels.display, display],
          [attachmentTitleLabels.title, title],
          [attachmentTitleLabels.citation, citation],
        ]);
  if (text !== undefined) made.title = text;
  return made;
}
