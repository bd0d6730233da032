import type { CodeableConcept, Element } from '../elements.js';
import type { Artifact, ArtifactDocument } from '../parts/artifact.js';
import { registryEnum } from '../systems.js';

/** RelatedArtifact of R5: no `url` of its own, and a size that is a JSON string. */
export interface ArtifactR5 {
  type: 'cites' | 'citation' | 'documentation' | 'supported-with' | 'derived-from';
  classifier?: CodeableConcept[];
  label?: string;
  _label?: Element;
  display?: string;
  citation?: string;
  document?: Omit<ArtifactDocument, 'size'> & { size?: string; _url?: Element };
}

const types = {
  citation: 'citation',
  background: 'cites',
  documentation: 'documentation',
  data: 'supported-with',
  source: 'derived-from',
} as const satisfies Record<Artifact['relation'], ArtifactR5['type']>;

const referenceTypes = new Set(['BACKGROUND', 'RESULT', 'DERIVED']);

export function toArtifactR5(artifact: Artifact): ArtifactR5 {
  const { relation, label, _label, display, citation, url, _url } = artifact;
  const made: ArtifactR5 = { type: types[relation] };
  if (label !== undefined && referenceTypes.has(label)) {
    made.classifier = [{ coding: [{ system: `${registryEnum}ReferenceType`, code: label }] }];
  }
  if (label !== undefined) made.label = label;
  if (_label) made._label = _label;
  if (display !== undefined) made.display = display;
  if (citation !== undefined) made.citation = citation;
  const document = toDocument(artifact.document, url, _url);
  if (document) made.document = document;
  return made;
}

function toDocument(
  document: ArtifactDocument | undefined,
  url: string | undefined,
  _url: Element | undefined,
): ArtifactR5['document'] {
  if (!document) return url === undefined ? _url && { _url } : { url };
  const { size, ...rest } = document;
  const made: NonNullable<ArtifactR5['document']> = rest;
  if (url !== undefined) made.url = url;
  if (_url) made._url = _url;
  if (size !== undefined) made.size = String(size);
  return made;
}
