// Collects the value sets that elements are bound to and the code systems behind them.

/** Code systems whose codes follow a grammar of their own: known by that, not by a list. */
const grammars = new Set(['urn:ietf:bcp:13', 'urn:ietf:bcp:47', 'http://unitsofmeasure.org']);

/** `strengths` of a binding that end up in an element's text. */
const marks = { required: '!', extensible: '~' };

export class Terminology {
  valueSets = {};
  systems = {};

  /** `countries`: value sets that list countries; `newer`: the terminology of the version whose elements may ride along. */
  constructor(definitions, countries, newer) {
    this.definitions = definitions;
    this.countries = countries;
    this.newer = newer;
  }

  /** The text of a binding; empty where the value set cannot be listed, rather than guessed at. */
  binding(binding, types) {
    if (!binding?.valueSet || types.includes('Resource')) return '';
    const url = binding.valueSet.split('|')[0];
    const content = this.contentOf(url);
    // Any strength: a code that its own code system does not know is wrong wherever it stands.
    if (content) for (const system of Object.keys(content)) this.addSystem(system);
    const mark = marks[binding.strength];
    if (!mark || !content) return '';
    const key = url.slice(url.lastIndexOf('/') + 1);
    this.valueSets[key] = content;
    return ` ${mark}${key}`;
  }

  /** `{system: '*' | 'code|code'}`, or undefined where it takes filters or something not at hand. */
  contentOf(url, depth = 0) {
    if (url.endsWith('/mimetypes')) return { 'urn:ietf:bcp:13': '*' };
    if (url.endsWith('/all-languages')) return { 'urn:ietf:bcp:47': '*' };
    if (url.endsWith('/ucum-units')) return { 'http://unitsofmeasure.org': '*' };
    const valueSet = this.definitions.get('ValueSet').get(url);
    if (!valueSet?.compose || valueSet.compose.exclude || depth > 4) return undefined;
    const content = {};
    for (const { system, concept, filter, valueSet: parts } of valueSet.compose.include) {
      if (filter || (system && parts)) return undefined;
      for (const part of parts ?? []) {
        const nested = this.contentOf(part.split('|')[0], depth + 1);
        if (!nested) return undefined;
        Object.assign(content, nested);
      }
      if (!system) continue;
      if (concept) content[system] = join([...(content[system]?.split('|') ?? []), ...concept.map(({ code }) => code)]);
      else if (this.codesOf(system) || grammars.has(system)) content[system] = '*';
      else return undefined;
    }
    return content;
  }

  /** Takes a value set of a newer version over, with its systems, unless a system means other codes here. */
  adopt(key) {
    const content = this.newer?.valueSets[key];
    const differs = (system) => {
      const codes = this.codesOf(system);
      return codes && join(codes) !== this.newer.systems[system];
    };
    if (!content || this.valueSets[key] || Object.keys(content).some(differs)) return false;
    this.valueSets[key] = content;
    for (const system of Object.keys(content)) this.systems[system] = this.newer.systems[system];
    return true;
  }

  /** Takes a system in, from a newer version where this one has none of that name. */
  addSystem(url) {
    const codes = this.codesOf(url) ?? this.newer?.codesOf(url);
    if (codes) this.systems[url] = join(codes);
  }

  codesOf(url) {
    const system = this.definitions.get('CodeSystem').get(url);
    if (url === 'urn:iso:std:iso:3166') return this.listed('iso3166-1-2', 'iso3166-1-3', 'iso3166-1-N');
    if (system?.content !== 'complete' || !system.concept) return undefined;
    const codes = [];
    const collect = (concepts) => {
      for (const { code, concept } of concepts ?? []) {
        codes.push(code);
        collect(concept);
      }
    };
    collect(system.concept);
    return codes;
  }

  /** Countries are listed in value sets only. */
  listed(...names) {
    return names.flatMap((name) => {
      const valueSet = this.countries.find(({ id }) => id === name);
      return (valueSet?.compose.include ?? []).flatMap(({ concept }) => concept?.map(({ code }) => code) ?? []);
    });
  }
}

function join(codes) {
  const bad = codes.find((code) => code.includes('|'));
  if (bad) throw new Error(`A code with the separator: ${bad}`);
  return [...new Set(codes)].join('|');
}
