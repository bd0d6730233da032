import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Reference } from '@trialbridge/core';
import type { ArtifactDocument } from './artifact.js';

/** Media type of CSL-JSON, the interchange format of citation processors. */
export const cslType = 'application/vnd.citationstyles.csl+json';

/**
 * The parts of a publication that RelatedArtifact has no element for, as a CSL-JSON item in an attachment; `undefined`
 * when there are none. Registries give citations whole; parts come from reference lists and abstracts.
 */
export function cslDocument(reference: Reference, isPmidInUrl: boolean): ArtifactDocument | undefined {
  const { pmid, pmcid, doi, authors, authorsTruncated, journal, year, volume, issue, pages } = reference;
  const item: Record<string, unknown> = {};
  if (pmid !== undefined && !isPmidInUrl) item.PMID = pmid;
  if (pmcid !== undefined) item.PMCID = pmcid;
  if (doi !== undefined) item.DOI = doi;
  if (authors) item.author = authors.map((literal) => ({ literal }));
  if (journal !== undefined) item['container-title'] = journal;
  if (year !== undefined) item.issued = { 'date-parts': [[Number(year)]] };
  if (volume !== undefined) item.volume = volume;
  if (issue !== undefined) item.issue = issue;
  if (pages !== undefined) item.page = pages;
  if (authorsTruncated !== undefined) item.custom = { authorsTruncated };
  if (Object.keys(item).length === 0) return undefined;
  return { contentType: cslType, data: base64(JSON.stringify({ type: 'article-journal', ...item })) };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(text: string): string {
  const bytes = utf8ToBytes(text);
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    encoded += digits.charAt(bits >> 18) + digits.charAt((bits >> 12) & 63);
    encoded += second === undefined ? '=' : digits.charAt((bits >> 6) & 63);
    encoded += third === undefined ? '=' : digits.charAt(bits & 63);
  }
  return encoded;
}
