/** What is wrong with the XHTML of a narrative; nothing where it is what FHIR allows there. */
export function xhtmlFault(text: string): string | undefined {
  token.lastIndex = 0;
  const open: string[] = [];
  let content = false;
  let closed = false;
  for (let match = next(text); match; match = next(text)) {
    const [all, name, attributes, selfClosing, endName, plain] = match;
    if (closed && all.trim() !== '') return 'something follows the closing </div>';
    if (plain !== undefined) {
      if (badEntity.test(plain)) return `an "&" that begins no entity, in ${JSON.stringify(plain.slice(0, 40))}`;
      if (open.length > 0 && plain.trim() !== '') content = true;
      else if (open.length === 0 && plain.trim() !== '') return 'text outside the <div>';
    } else if (endName !== undefined) {
      if (open.pop() !== endName) return `</${endName}> closes nothing that is open`;
      closed = open.length === 0;
    } else if (name !== undefined) {
      const fault = startFault(name, attributes ?? '', open.length === 0);
      if (fault) return fault;
      if (name === 'img') content = true;
      if (selfClosing === '') open.push(name);
      else closed = open.length === 0;
    }
    if (token.lastIndex === text.length) break;
  }
  if (token.lastIndex !== text.length) return 'markup that is not well-formed';
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return content ? undefined : 'nothing to read in it';
}

// A start tag, an end tag, a comment, or text up to the next tag.
const token =
  /<([A-Za-z][\w:-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<\/([A-Za-z][\w:-]*)\s*>|<!--(?:[^-]|-[^-])*-->|([^<]+)/y;
const badEntity = /&(?!(?:[A-Za-z][A-Za-z0-9]*|#\d+|#x[0-9A-Fa-f]+);)/;
const attribute = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function next(text: string): RegExpExecArray | null {
  const at = token.lastIndex;
  const match = token.exec(text);
  if (!match) token.lastIndex = at;
  return match;
}

function startFault(name: string, attributes: string, isRoot: boolean): string | undefined {
  if (isRoot && name !== 'div') return `a narrative is one <div>, not <${name}>`;
  if (!elements.has(name)) return `<${name}> is not allowed`;
  const seen = new Set<string>();
  for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
    const value = double ?? single ?? '';
    if (seen.has(key)) return `${key} twice in one <${name}>`;
    seen.add(key);
    if (badEntity.test(value)) return `an "&" that begins no entity, in ${key}`;
    if (key === 'xmlns' ? value !== namespace : !attributeNames.has(key)) return `${key}="${value}" is not allowed`;
  }
  return isRoot && !seen.has('xmlns') ? `the <div> lacks xmlns="${namespace}"` : undefined;
}

const namespace = 'http://www.w3.org/1999/xhtml';

/** The elements that FHIR's narrative rules admit. */
const elements = new Set(
  (
    'a abbr acronym address area b bdo big blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4 ' +
    'h5 h6 hr i img ins kbd li map ol p pre q s samp small span strong sub sup table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
);

const attributeNames = new Set(
  (
    'abbr accesskey align alt axis border cellpadding cellspacing char charoff charset cite class colspan coords dir frame ' +
    'headers height href hreflang id lang longdesc name nowrap rel rev rowspan rules scope shape span src start style ' +
    'summary tabindex title type usemap valign value width xml:lang'
  ).split(' '),
);
