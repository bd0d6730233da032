import { isCalendarDate, isCode, isId, largestInteger, uriFault } from '../primitive-forms.js';
import type { RuleName } from './issue.js';

/** How a primitive type is written in JSON, and what is wrong with such a value, if anything. */
type Primitive =
  | { readonly json: 'boolean' }
  | { readonly json: 'number'; readonly fault: (value: number) => string | undefined }
  | { readonly json: 'string'; readonly fault: (value: string) => string | undefined };

/** What is wrong with a value of a primitive type; nothing where it is right. */
export function primitiveFault(name: string, value: unknown): { rule: RuleName; message: string } | undefined {
  const primitive = primitives[name];
  if (!primitive) return undefined;
  if (typeof value !== primitive.json) {
    const found = Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
    return { rule: 'wrong-type', message: `${name} is written as a ${primitive.json}, not as ${found}.` };
  }
  const fault = faultOf(primitive, value);
  return fault ? { rule: 'bad-value', message: `${print(value)} ${fault}.` } : undefined;
}

function faultOf(primitive: Primitive, value: unknown): string | undefined {
  if (primitive.json === 'string' && typeof value === 'string') return value ? primitive.fault(value) : 'is empty';
  return primitive.json === 'number' && typeof value === 'number' ? primitive.fault(value) : undefined;
}

/** A value short enough for a message. */
export function print(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The primitive types of FHIR R4 to R5. Every pattern takes linear time. */
const primitives: Readonly<Record<string, Primitive>> = {
  boolean: { json: 'boolean' },
  integer: number((value) => integer(value, -2147483648)),
  unsignedInt: number((value) => integer(value, 0)),
  positiveInt: number((value) => integer(value, 1)),
  decimal: number((value) => (Number.isFinite(value) ? undefined : 'is no number')),
  integer64: string(integer64),
  string: string(text),
  markdown: string(text),
  xhtml: string(text),
  code: string((value) => (isCode(value) ? undefined : 'is no code: blanks at an end, or more than one between words')),
  id: string((value) => (isId(value) ? undefined : 'is no id: 1 to 64 letters, digits, "-" and "."')),
  uri: string(uriFault),
  url: string(uriFault),
  uuid: string(
    (value) => uriFault(value) ?? (value.startsWith('urn:uuid:') ? undefined : 'does not start with urn:uuid:'),
  ),
  oid: string(
    (value) => uriFault(value) ?? (value.startsWith('urn:oid:') ? undefined : 'does not start with urn:oid:'),
  ),
  canonical: string(
    (value) => uriFault(value) ?? (value.startsWith('#') || isAbsolute(value) ? undefined : 'is no absolute address'),
  ),
  base64Binary: string((value) => (isBase64(value) ? undefined : 'is not base64')),
  date: string((value) => (isCalendarDate(value) ? undefined : noDate)),
  dateTime: string((value) => (isDateTime(value) ? undefined : noDate)),
  instant: string((value) => (isInstant(value) ? undefined : 'is no instant: date, time to the second and zone')),
  time: string((value) => (isTime.test(value) ? undefined : 'is no time of day (hh:mm:ss)')),
};

const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/;
const timeAndZone = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const noDate =
  'is no date that exists, as far as it is given (YYYY, YYYY-MM, YYYY-MM-DD; a time needs seconds and a zone)';

function number(fault: (value: number) => string | undefined): Primitive {
  return { json: 'number', fault };
}

function string(fault: (value: string) => string | undefined): Primitive {
  return { json: 'string', fault };
}

function integer(value: number, lowest: number): string | undefined {
  if (!Number.isInteger(value)) return 'is no whole number';
  return value < lowest || value > largestInteger ? `is outside ${lowest} to ${largestInteger}` : undefined;
}

function integer64(value: string): string | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(value)) return 'is no whole number of 64 bits';
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value) ? undefined : 'is outside 64 bits';
}

/** Above this, a server may refuse a text (FHIR datatypes, string). */
const longest = 1_048_576;

function text(value: string): string | undefined {
  return value.length > longest ? `is longer than ${longest} characters` : undefined;
}

export function isAbsolute(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:./.test(value);
}

function isBase64(value: string): boolean {
  const packed = value.replace(/\s+/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}

function isDateTime(value: string): boolean {
  return value.length > 10 ? isInstant(value) : isCalendarDate(value);
}

function isInstant(value: string): boolean {
  const day = value.slice(0, 10);
  return value[10] === 'T' && day.length === 10 && isCalendarDate(day) && timeAndZone.test(value.slice(11));
}
