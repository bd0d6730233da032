import type { IssueCode } from '@trialbridge/core';
import { type JsonObject, type Place, valueAt } from './place.js';

/** Why a part was left where it stands. */
export interface Remark {
  readonly code: IssueCode;
  readonly message: string;
}

/**
 * Which parts of a source were understood. The source itself stays as it is, so that several trials can share a resource.
 */
export class Account {
  private readonly whole = new Set<object>();
  private readonly keys = new Map<object, Set<string | number>>();
  private readonly remarks = new Map<object, Map<string | number, Remark>>();

  /** The value at a place was understood, with all below it. */
  take(place: Place): void {
    const value = valueAt(place);
    if (typeof value === 'object' && value !== null) {
      this.whole.add(value);
      return;
    }
    const taken = this.keys.get(place.holder);
    if (taken) taken.add(place.key);
    else this.keys.set(place.holder, new Set([place.key]));
  }

  takeWhole(value: object): void {
    this.whole.add(value);
  }

  /** An object is known, so that what is left of it counts part by part. */
  open(value: object): void {
    if (!this.keys.has(value)) this.keys.set(value, new Set());
  }

  /** Whether the value at a place was taken. */
  has(place: Place | undefined): boolean {
    return place !== undefined && this.keys.get(place.holder)?.has(place.key) === true;
  }

  /** Says why a part is left, where it is for another reason than that nobody knows it. */
  remark({ holder, key }: Place, code: IssueCode, message: string): void {
    const known = this.remarks.get(holder);
    if (known) known.set(key, { code, message });
    else this.remarks.set(holder, new Map([[key, { code, message }]]));
  }

  /** What was said of a part, or of something in it. */
  remarkOn(place: Place): Remark | undefined {
    if (this.remarks.size === 0) return undefined;
    const own = this.remarks.get(place.holder)?.get(place.key);
    const value = own ? undefined : valueAt(place);
    if (typeof value !== 'object' || value === null) return own;
    for (const key in value) {
      const remark = this.remarkOn({ holder: value, key: Array.isArray(value) ? Number(key) : key });
      if (remark) return remark;
    }
    return undefined;
  }

  /** The parts of a value that nobody took, each as large as it can be, in the order of the source. */
  left(place: Place): Place[] {
    const list: Place[] = [];
    this.collect(place, list, false);
    return list;
  }

  /** Adds what is left at a place; tells whether anything of it was taken. */
  private collect(place: Place, list: Place[], isExtension: boolean): boolean {
    const value = valueAt(place);
    if (typeof value !== 'object' || value === null) {
      if (value !== null && value !== undefined) list.push(place);
      return false;
    }
    if (this.whole.has(value)) return true;
    const taken = this.keys.get(value);
    let isTouched = taken !== undefined;
    const before = list.length;
    for (const key in value) {
      const step = Array.isArray(value) ? Number(key) : key;
      if (taken?.has(step)) continue;
      const isBelowExtension =
        isExtension && Array.isArray(value) ? true : key === 'extension' || key === 'modifierExtension';
      if (this.collect({ holder: value, key: step }, list, isBelowExtension)) isTouched = true;
    }
    if (!isTouched) {
      if (list.length > before) list.splice(before, list.length, place);
      return false;
    }
    // The address of an extension only names what was taken.
    if (isExtension && !Array.isArray(value) && typeof (value as JsonObject).url === 'string') {
      const at = list.findIndex(({ holder, key }, index) => index >= before && holder === value && key === 'url');
      if (at >= 0) list.splice(at, 1);
    }
    return true;
  }
}
