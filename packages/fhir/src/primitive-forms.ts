// Forms of FHIR's primitive types (hl7.org/fhir/datatypes.html#primitive), for the writers, which must not write a value in
// another form, and for the structural check, which refuses one. Every pattern takes linear time.

/** The largest `integer`, `unsignedInt` and `positiveInt`: they have 32 bits. */
export const largestInteger = 2_147_483_647;

const idForm = /^[A-Za-z0-9\-.]{1,64}$/;
const codeForm = /^\S+(?: \S+)*$/;
const blank = /\s/;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const oidForm = /^[0-2](?:\.(?:0|[1-9][0-9]*))+$/;
const dateForm = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

export function isId(value: string): boolean {
  return idForm.test(value);
}

/** No blank at an end, and single ones between words. */
export function isCode(value: string): boolean {
  return codeForm.test(value);
}

export function isUnsignedInt(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestInteger;
}

/** What is wrong with a `uri` or `url`; nothing where it is right. */
export function uriFault(value: string): string | undefined {
  if (blank.test(value)) return 'holds a blank';
  if (value.startsWith('urn:uuid:'))
    return uuidForm.test(withoutEnd(value).slice(9)) ? undefined : 'is no UUID (lower case)';
  if (value.startsWith('urn:oid:')) return isRootedOid(value.slice(8)) ? undefined : 'is no OID';
  return /^(?:oid|uuid):/.test(value) ? 'lacks the urn: before oid or uuid' : undefined;
}

/** An OID that can be a namespace: HL7 refuses those that end near the root of the tree. */
function isRootedOid(value: string): boolean {
  return oidForm.test(value) && (value.lastIndexOf('.') >= 4 || value.startsWith('1.3'));
}

/** Without a fragment or the version of a canonical. */
function withoutEnd(value: string): string {
  const end = value.search(/[#|]/);
  return end < 0 ? value : value.slice(0, end);
}

/** A date that the calendar has, as precise as it is: `2015`, `2015-02`, `2015-02-28`, but no `2015-02-30` and no year 0. */
export function isCalendarDate(value: string): boolean {
  const parts = dateForm.exec(value);
  if (!parts || value.startsWith('0000')) return false;
  const [, year = '', month, day] = parts;
  if (month === undefined) return true;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), monthNumber));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
