import { Parser } from 'htmlparser2';
import { TrialError } from '../errors.js';

/** Elements whose content is no text of the page. */
const skipped: ReadonlySet<string> = new Set([
  'button', 'canvas', 'head', 'iframe', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'video',
]); // biome-ignore format: a list
/** Elements that stand in lines of their own, and how many line breaks part them from what is around them. */
const blocks: ReadonlyMap<string, number> = new Map([
  ...['address', 'article', 'aside', 'body', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
    'header', 'hr', 'li', 'main', 'nav', 'section', 'summary', 'tbody', 'tfoot', 'thead', 'tr'].map((name): [string, number] => [name, 1]),
  ...['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'table'].map((name): [string, number] => [name, 2]),
]); // biome-ignore format: lists

/** Deeper than any page. Bounds the work on sources made to exhaust it. */
const deepest = 2000;

interface List {
  /** Number of the next item; `undefined` in a list with bullets. */
  next: number | undefined;
}

/**
 * Renders a page saved as HTML to the text that a person would copy from it, which the page readers then read. Spans
 * of evidence point into this text. Lists keep bullets, numbers and nesting; cells of a row stand in one line, parted
 * by tabs. One pass, without a tree.
 * @throws TrialError `source-unreadable` when elements are nested deeper than in any page.
 */
export function htmlToText(source: string): string {
  const page = new PageText();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > deepest)
          throw new TrialError('source-unreadable', 'The elements of the page are nested too deeply.');
        page.open(name, attributes);
      },
      ontext: (text) => page.add(text),
      onclosetag: (name) => {
        depth -= 1;
        page.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source.charCodeAt(0) === 0xfeff ? source.slice(1) : source);
  parser.end();
  return page.text();
}

class PageText {
  private readonly parts: string[] = [];
  private readonly lists: List[] = [];
  /** Depth of elements inside one that is left out; 0 outside of any. */
  private hidden = 0;
  private preformatted = 0;
  private breaks = 0;
  private needsSpace = false;
  private prefix = '';
  private isFirstCell = true;

  text(): string {
    const text = this.parts.join('');
    return text === '' ? '' : `${text}\n`;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.hidden > 0 || skipped.has(name) || isHidden(attributes)) {
      if (!isVoid(name)) this.hidden += 1;
      return;
    }
    if (name === 'br') this.breakLine();
    else if (name === 'ul') this.openList(undefined);
    else if (name === 'ol') this.openList(Number.parseInt(attributes.start ?? '1', 10) || 1);
    else if (name === 'tr') this.isFirstCell = true;
    else if (name === 'pre') this.preformatted += 1;
    this.part(blocks.get(name) ?? 0);
    if (name === 'li') this.openItem();
    else if (name === 'td' || name === 'th') this.openCell();
  }

  close(name: string): void {
    if (this.hidden > 0) {
      if (!isVoid(name)) this.hidden -= 1;
      return;
    }
    if (name === 'ul' || name === 'ol') {
      this.lists.pop();
      this.part(this.lists.length > 0 ? 1 : 2);
    } else if (name === 'pre') this.preformatted -= 1;
    if (name === 'li') this.prefix = '';
    this.part(blocks.get(name) ?? 0);
  }

  add(text: string): void {
    if (this.hidden > 0) return;
    if (this.preformatted > 0) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) this.breakLine();
        if (line !== '') this.put(line);
      }
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words.startsWith(' ')) this.needsSpace = true;
    // No-break spaces are text.
    const trimmed = words.replace(/^ | $/g, '');
    if (trimmed === '') return;
    this.put(trimmed);
    this.needsSpace = words.endsWith(' ');
  }

  private openList(next: number | undefined): void {
    this.part(this.lists.length > 0 ? 1 : 2);
    this.lists.push({ next });
  }

  private openItem(): void {
    const list = this.lists.at(-1);
    const indent = '  '.repeat(Math.min(Math.max(this.lists.length, 1), 20));
    if (list?.next === undefined) this.prefix = `${indent}\u2022 `;
    else {
      this.prefix = `${indent}${list.next}. `;
      list.next += 1;
    }
  }

  private openCell(): void {
    if (!this.isFirstCell) {
      this.flush();
      this.parts.push('\t');
      this.needsSpace = false;
    }
    this.isFirstCell = false;
  }

  private breakLine(): void {
    this.breaks += 1;
    this.needsSpace = false;
  }

  private part(breaks: number): void {
    this.breaks = Math.max(this.breaks, breaks);
    if (breaks > 0) this.needsSpace = false;
  }

  private put(text: string): void {
    this.flush();
    if (this.needsSpace) this.parts.push(' ');
    this.needsSpace = false;
    this.parts.push(text);
  }

  /** Writes the line breaks and the bullet that are due before something. */
  private flush(): void {
    if (this.breaks > 0) {
      if (this.parts.length > 0) this.parts.push(this.breaks === 1 ? '\n' : '\n\n');
      this.breaks = 0;
      this.needsSpace = false;
    }
    if (this.prefix !== '') this.parts.push(this.prefix);
    this.prefix = '';
  }
}

function isVoid(name: string): boolean {
  return (
    name === 'br' ||
    name === 'hr' ||
    name === 'img' ||
    name === 'input' ||
    name === 'link' ||
    name === 'meta' ||
    name === 'wbr'
  );
}

function isHidden({ hidden, style, 'aria-hidden': aria }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || aria === 'true' || (style !== undefined && /display\s*:\s*none/i.test(style));
}
