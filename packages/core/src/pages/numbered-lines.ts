import { type Line, skipSpaceBack } from './lines.js';

const mostItems = 50;
/** What a number with a bracket belongs to: "grade 1) or 2)", "see 2)". */
const belongs =
  /(?:[([,/<>=\u2264\u2265-]|\b(?:and|or|to|of|in|see|than|grade|type|stage|class|level|group|arm|part|phase|score|criteri(?:a|on)|items?|points?|numbers?|no\.?)) $/i;

/**
 * Parts a line that holds several numbered items, "1) Pregnancy 2) HIV": at numbers that go on from the first without a
 * gap, each behind a blank. Any other line is one part. No character but white space is left out.
 */
export function partNumbered(source: string, line: Line): Line[] {
  const first = /^(?:\(1\)|1\)) ?(?=[^\s\d])/.exec(source.slice(line.start, line.start + 8))?.[0];
  if (first === undefined) return [line];
  const text = source.slice(line.start, line.end);
  const open = first.startsWith('(') ? '(' : '';
  const starts = [0];
  for (let next = 2; next <= mostItems; next += 1) {
    const mark = ` ${open}${next}) `;
    const at = text.indexOf(mark, starts.at(-1));
    if (at < 0) break;
    // A number out of its turn, or one that belongs to a word before it, leaves no way to tell.
    if (belongs.test(text.slice(Math.max(0, at - 12), at + 1)) || text.indexOf(mark, at + 1) >= 0) return [line];
    starts.push(at + 1);
  }
  return starts.map((start, index): Line => {
    const from = line.start + start;
    return { ...line, start: from, end: skipSpaceBack(source, from, line.start + (starts[index + 1] ?? text.length)) };
  });
}
