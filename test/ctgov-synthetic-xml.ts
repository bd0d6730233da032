import fc from 'fast-check';
import { type XmlDocument, XmlElement } from 'libxml2-wasm';

/** Draws a value; fast-check's `gen`. */
export type Draw = fc.GeneratorValue;

/** How often an optional part stands in a document, of ten. */
const presence = 7;
const months = 'January February March April May June July August September October November December'.split(' ');
const words = fc.constantFrom(
  'tea',
  'green tea',
  'a & b',
  'x < y',
  'é “quoted”',
  '12',
  '1.50',
  'N/A',
  '0',
  'Yes',
  'None.',
  "it's",
);
const integers = fc.nat(5000).map(String);

/**
 * Makes documents that the registry's XSD accepts, from the XSD itself: any part that may stand may be there or not, and
 * every listed value comes up. Groups of results have ids that the counts refer to.
 */
export class DocumentMaker {
  private readonly types = new Map<string, XmlElement>();
  private readonly root: XmlElement;

  /** @param xsd A parsed XSD, which has to outlive the maker. */
  constructor(xsd: XmlDocument) {
    for (const child of childrenOf(xsd.root)) if (nameOf(child)) this.types.set(nameOf(child), child);
    this.root = childrenOf(xsd.root).find((child) => child.name === 'element') as XmlElement;
  }

  make(draw: Draw): string {
    return this.element(this.root, draw, '', 0);
  }

  private element(element: XmlElement, draw: Draw, above: string, index: number): string {
    const name = nameOf(element);
    const path = `${above}/${name}`;
    const inline = childrenOf(element).find((child) => child.name === 'complexType' || child.name === 'simpleType');
    const named = attributeOf(element, 'type');
    const { attributes, content } = this.type(inline ?? this.types.get(named) ?? named, draw, path, index);
    return `<${name}${attributes}>${content}</${name}>`;
  }

  private type(
    type: XmlElement | string,
    draw: Draw,
    path: string,
    index: number,
  ): { attributes: string; content: string } {
    if (typeof type === 'string') return { attributes: '', content: scalar(type, draw, path) };
    if (type.name === 'simpleType') return { attributes: '', content: escaped(this.simple(type, draw)) };
    const parts = childrenOf(type);
    const extension = parts[0]?.name === 'simpleContent' ? childrenOf(parts[0])[0] : undefined;
    const base = extension && attributeOf(extension, 'base');
    const attributes = (extension ? childrenOf(extension) : parts).filter(({ name }) => name === 'attribute');
    return {
      attributes: attributes.map((attribute) => this.attribute(attribute, draw, index)).join(''),
      content:
        base !== undefined
          ? this.type(this.types.get(base) ?? base, draw, path, index).content
          : parts.map((part) => this.particle(part, draw, path)).join(''),
    };
  }

  private particle(particle: XmlElement, draw: Draw, path: string): string {
    const times = this.times(particle, draw, path);
    let text = '';
    for (let index = 0; index < times; index += 1) {
      if (particle.name === 'element') text += this.element(particle, draw, path, index);
      else if (particle.name === 'sequence')
        text += childrenOf(particle)
          .map((part) => this.particle(part, draw, path))
          .join('');
      else if (particle.name === 'choice')
        text += this.particle(draw(fc.constantFrom, ...childrenOf(particle)), draw, path);
    }
    return text;
  }

  private times(particle: XmlElement, draw: Draw, path: string): number {
    const isMany = attributeOf(particle, 'maxOccurs') === 'unbounded';
    // What the counts refer to has to be there.
    if (particle.name === 'element' && path.endsWith('/group_list')) return 2;
    if (nameOf(particle) === 'group_list') return 1;
    if (attributeOf(particle, 'minOccurs') === '0' && draw(fc.nat, { max: 9 }) >= presence) return 0;
    return isMany ? draw(fc.integer, { min: 1, max: 2 }) : 1;
  }

  private attribute(attribute: XmlElement, draw: Draw, index: number): string {
    const name = nameOf(attribute);
    if (name === 'group_id') return ` group_id="G${(index % 2) + 1}"`;
    if (attributeOf(attribute, 'use') !== 'required' && draw(fc.nat, { max: 9 }) >= presence) return '';
    const type = attributeOf(attribute, 'type');
    const named = this.types.get(type);
    return ` ${name}="${escaped(named ? this.simple(named, draw) : plain(type, draw))}"`;
  }

  private simple(type: XmlElement, draw: Draw): string {
    const [inner] = childrenOf(type);
    if (inner?.name === 'union') {
      const members = attributeOf(inner, 'memberTypes')
        .split(' ')
        .filter(Boolean)
        .map((name) => this.types.get(name) ?? name);
      const member = draw(fc.constantFrom, ...members, ...childrenOf(inner));
      return typeof member === 'string' ? plain(member, draw) : this.simple(member, draw);
    }
    const facets = inner ? childrenOf(inner) : [];
    const values = facets.filter(({ name }) => name === 'enumeration').map((facet) => attributeOf(facet, 'value'));
    if (values.length > 0) return draw(fc.constantFrom, ...values);
    const pattern = facets.find(({ name }) => name === 'pattern');
    return pattern
      ? patterned(attributeOf(pattern, 'value'), draw)
      : plain(attributeOf(inner as XmlElement, 'base'), draw);
  }
}

/** A value of one of the three patterns of the XSD. */
function patterned(pattern: string, draw: Draw): string {
  const year = String(draw(fc.integer, { min: 1990, max: 2030 }));
  if (pattern.includes('January')) {
    const month = draw(fc.constantFrom, ...months);
    return draw(fc.constantFrom, `${month} ${year}`, `${month} ${draw(fc.integer, { min: 1, max: 28 })}, ${year}`);
  }
  if (pattern.includes('Minutes'))
    return draw(fc.constantFrom, 'N/A', '18 Years', '1 Month', '90 Days', '1 Minute', '6 Months');
  return draw(fc.constantFrom, year, `0${draw(fc.integer, { min: 1, max: 9 })}/${year}`, `12/${year}`);
}

function scalar(type: string, draw: Draw, path: string): string {
  return path.endsWith('/textblock') ? `\n      ${escaped(plain(type, draw))}\n    ` : escaped(plain(type, draw));
}

function plain(type: string, draw: Draw): string {
  if (type === 'xs:string') return draw(() => words);
  if (type === 'xs:integer') return draw(() => integers);
  if (type === 'xs:positiveInteger') return String(draw(fc.integer, { min: 1, max: 99 }));
  if (type === 'xs:float') return draw(fc.constantFrom, '0.05', '1', '2.50');
  throw new Error(`No values of ${type} are made.`);
}

function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) if (node instanceof XmlElement) children.push(node);
  return children.filter(({ name }) => !/^(?:key|keyref|annotation)$/.test(name));
}

function attributeOf(element: XmlElement, name: string): string {
  return element.attr(name)?.value ?? '';
}

function nameOf(element: XmlElement): string {
  return attributeOf(element, 'name');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
