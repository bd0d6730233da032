import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours text, or leaves it alone where nobody would see the colours. */
export type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;
const colored: Paint = (style, text) => styleText(style, text);

/** Colours for a stream: only on a terminal, and not where `NO_COLOR` is set to something (no-color.org). */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const isWanted = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return isWanted ? colored : plain;
}

/** A number as people read it: `1,989`. */
export function figure(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 trial`, `2 trials`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** Breaks a text at spaces so that no line is longer than `width`, if its words allow it. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The first words of a text, on one line. */
export function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= width ? line : `${line.slice(0, width - 1).trimEnd()}…`;
}
