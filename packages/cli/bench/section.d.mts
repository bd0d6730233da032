/** Replaces one section of a page of results, or adds it at the end; the others stay. */
export function writeSection(path: string, heading: string, text: string): void;
/** What a result was measured on, and when. */
export function machine(): string;
