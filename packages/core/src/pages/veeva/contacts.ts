import type { Contact } from '../../generated/trial.js';
import type { RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { VeevaKey } from './labels.js';

/** What stands before the next semicolon with a blank behind it. */
const oneName = /[^;\s](?:[^;]|;(?!\s))*/g;

/** Reads the central contacts. Several people stand in one line, parted by semicolons. */
export function readContacts(page: RecordPage<VeevaKey>, section: Section<VeevaKey>): void {
  const line = page.value(section, ['/contacts']);
  if (!line) return;
  const names = [...page.draft.text(line).matchAll(oneName)];
  const contacts = names.map((match, index): Contact => {
    const name = match[0].trimEnd();
    const start = line.start + match.index;
    page.draft.evidence.stated(`/contacts/${index}/name`, { start, end: start + name.length });
    return { name };
  });
  if (contacts.length > 0) page.draft.trial.contacts = contacts;
}
