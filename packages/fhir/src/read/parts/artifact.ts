import { documentLabels } from '../../labels.js';
import { attachmentTitleLabels } from '../../r6/artifact.js';
import { extensionUrls } from '../../systems.js';
import { readLines } from '../labelled.js';
import { Part } from '../part.js';
import { type Found, found } from '../place.js';
import type { StudyReading } from '../study-reading.js';

/** Something on the web that belongs to a study, in whatever form a version of FHIR has it. Nothing is taken yet. */
export interface Artifact {
  readonly part: Part;
  /** FHIR's word for what it is to the study. */
  readonly relation: string | undefined;
  /** What it is, in our writer's words. */
  readonly label: string | undefined;
  /** The wording that the label was read from. */
  readonly labelOriginal: Found<string> | undefined;
  readonly display: Found<string> | undefined;
  readonly citation: Found<string> | undefined;
  readonly url: Found<string> | undefined;
  /** An address that is none, as it was worded. */
  readonly urlOriginal: Found<string> | undefined;
  readonly title: Found<string> | undefined;
  readonly attachment: Part | undefined;
}

/** All of a study's: `relatedArtifact` of R4 and R5, `relatesTo` of R6. */
export function artifactsOf({ study }: StudyReading): Artifact[] {
  return [...study.parts('relatedArtifact').map(ofRelatedArtifact), ...study.parts('relatesTo').map(ofRelatesTo)];
}

/** A text without taking it. */
function seen(part: Part | undefined, name: string): Found<string> | undefined {
  const place = part?.place(name);
  const value = part?.peek(name);
  return place && value !== undefined && value.trim() !== '' ? found(place, value) : undefined;
}

/** The wording beside a value, without taking it. */
function seenOriginal(element: Part | undefined): Found<string> | undefined {
  const extension = element?.extension(extensionUrls.originalText);
  return extension && seen(new Part(extension.json, extension.account), 'valueString');
}

function ofRelatedArtifact(part: Part): Artifact {
  const document = part.part('document');
  const url = seen(part, 'url') ?? seen(document, 'url');
  return {
    part,
    relation: part.peek('type'),
    label: part.peek('label'),
    labelOriginal: seenOriginal(part.twin('label')),
    display: seen(part, 'display'),
    citation: seen(part, 'citation'),
    url,
    urlOriginal: seenOriginal(part.twin('url')) ?? seenOriginal(document?.twin('url')),
    title: seen(document, 'title'),
    attachment: document,
  };
}

const pubmed = /^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/?$/;

function ofRelatesTo(part: Part): Artifact {
  const type = part.part('type');
  const attachment = part.part('targetAttachment');
  const reference = part.part('targetReference');
  const code = type?.part('coding')?.peek('code') ?? part.peek('type');
  const identifier = reference?.part('identifier');
  const pmid = pubmed.test(identifier?.peek('system') ?? '') ? seen(identifier, 'value') : undefined;
  const titled = seen(attachment, 'title');
  const texts = titled && titleTexts(titled);
  return {
    part,
    relation: code,
    label: type?.peek('text'),
    labelOriginal: seenOriginal(type),
    display: texts?.display ?? (reference && !pmid ? seen(reference, 'display') : undefined),
    citation: texts?.citation ?? (pmid ? seen(reference, 'display') : undefined) ?? seen(part, 'targetMarkdown'),
    url:
      seen(part, 'targetUri') ??
      seen(attachment, 'url') ??
      (pmid && found(pmid, `https://pubmed.ncbi.nlm.nih.gov/${pmid.value}/`)),
    urlOriginal: seenOriginal(attachment?.twin('url')),
    title: texts?.title,
    attachment,
  };
}

interface TitleTexts {
  readonly display?: Found<string>;
  readonly title?: Found<string>;
  readonly citation?: Found<string>;
}

/** An attachment of R6 has one text: the display, or lines for display, title and citation. */
function titleTexts(text: Found<string>): TitleTexts {
  const { display, title, citation } = attachmentTitleLabels;
  const lines = readLines(text.value, [display, title, citation]);
  if (lines.size === 0) return { display: text };
  const texts: { -readonly [Key in keyof TitleTexts]: TitleTexts[Key] } = {};
  for (const [key, label] of Object.entries(attachmentTitleLabels) as [keyof TitleTexts, string][]) {
    const value = lines.get(label);
    if (value !== undefined) texts[key] = found(text, value);
  }
  return texts;
}

/** The lines of a document's citation. */
export function documentLines(citation: Found<string>): Map<string, string> {
  const { type, hasProtocol, hasStatisticalAnalysisPlan, hasConsentForm, uploadedAt, url } = documentLabels;
  return readLines(citation.value, [type, hasProtocol, hasStatisticalAnalysisPlan, hasConsentForm, uploadedAt, url]);
}
