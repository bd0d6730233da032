import type { Span } from '../../generated/trial.js';
import type { Line } from '../lines.js';
import type { PublicationDraft } from './publication.js';

/** Labels of a head under which something stands that a reference has no place for. */
const label =
  /^(key ?words?|document type|article type|publication date|publication type|language|publisher|issn|rights|subjects?|disciplines?|mesh terms?|department|recommended citation|funding|license|received|accepted|published(?: online)?|first published)(?:$|\s*:\s*(.*)$)/i;

/** Keeps what stands under the labels of a head: on the line of the label, or on the one below. */
export function keepLabelled(draft: PublicationDraft, head: readonly Line[], text: (line: Line) => string): void {
  for (const [index, line] of head.entries()) {
    const content = text(line).slice(0, 10_000);
    const match = label.exec(content.slice(0, 200));
    const name = match?.[1];
    if (name === undefined) continue;
    const value = match?.[2] === undefined ? below(head, index, text) : onLine(line, content);
    if (value && value.start < value.end) draft.others.push({ path: `/${name}`, start: value.start, end: value.end });
  }
}

function onLine(line: Line, content: string): Span {
  const colon = content.indexOf(':') + 1;
  const start = colon + (content.slice(colon).length - content.slice(colon).trimStart().length);
  return { start: line.start + start, end: line.end };
}

/** The line under a label, unless it is one itself. */
function below(head: readonly Line[], index: number, text: (line: Line) => string): Span | undefined {
  const next = head[index + 1];
  return next && !label.test(text(next).slice(0, 200)) ? next : undefined;
}
