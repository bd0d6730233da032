import type { Element } from '../elements.js';

/** Something on the web that belongs to the study, before it takes the form of a version. */
export interface Artifact {
  /** What it is to the study; each version has its own words for it. */
  relation: 'citation' | 'background' | 'documentation' | 'data' | 'source';
  /** What it is: one of `artifactLabels`, or the registry's type of a reference. */
  label?: string;
  _label?: Element;
  display?: string;
  citation?: string;
  url?: string;
  _url?: Element;
  document?: ArtifactDocument;
}

export interface ArtifactDocument {
  contentType?: string;
  data?: string;
  url?: string;
  size?: number;
  title?: string;
  creation?: string;
  _creation?: Element;
}
