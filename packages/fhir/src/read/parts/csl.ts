import type { Reference } from '@trialbridge/core';
import type { Part } from '../part.js';
import { type Found, found, isObject } from '../place.js';
import type { StudyReading } from '../study-reading.js';

const rule = 'csl-json';

/** The parts of a publication that our writer put into an attachment, as a CSL-JSON item. */
export function readCsl(reading: StudyReading, reference: Reference, attachment: Part): void {
  const place = attachment.place('data');
  const data = attachment.peek('data');
  const item = data === undefined ? undefined : parse(data);
  if (!place || !item) return;
  const text = (value: unknown): Found<string> | undefined =>
    typeof value === 'string' && value.trim() !== '' ? found(place, value, rule) : undefined;
  reading.put(reference, 'pmid', text(item.PMID));
  reading.put(reference, 'pmcid', text(item.PMCID));
  reading.put(reference, 'doi', text(item.DOI));
  reading.put(reference, 'journal', text(item['container-title']));
  reading.put(reference, 'year', text(yearOf(item.issued)));
  reading.put(reference, 'volume', text(item.volume));
  reading.put(reference, 'issue', text(item.issue));
  reading.put(reference, 'pages', text(item.page));
  const authors = Array.isArray(item.author) ? item.author.map((one) => (isObject(one) ? one.literal : undefined)) : [];
  const named = authors.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  if (named.length > 0) reading.put(reference, 'authors', found(place, named, rule));
  const truncated = isObject(item.custom) ? item.custom.authorsTruncated : undefined;
  if (typeof truncated === 'boolean') reading.put(reference, 'authorsTruncated', found(place, truncated, rule));
}

function yearOf(issued: unknown): string | undefined {
  const parts = isObject(issued) ? issued['date-parts'] : undefined;
  const [first] = Array.isArray(parts) ? parts : [];
  const [year] = Array.isArray(first) ? first : [];
  const text = typeof year === 'number' ? String(year).padStart(4, '0') : undefined;
  return text !== undefined && /^\d{4}$/.test(text) ? text : undefined;
}

function parse(data: string): Record<string, unknown> | undefined {
  try {
    const item: unknown = JSON.parse(new TextDecoder().decode(bytesOf(data)));
    return isObject(item) ? item : undefined;
  } catch {
    return undefined;
  }
}

/** `atob` exists in browsers, workers and Node; `Buffer` does not. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
