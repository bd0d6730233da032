// Turns StructureDefinitions into element tables: one line of text per element, inherited elements left out.

const core = 'http://hl7.org/fhir/StructureDefinition/';
const system = 'http://hl7.org/fhirpath/System.';

/**
 * The tables of the given types and of every datatype they reach. Backbone elements become tables of their own, named by
 * their path. An element is `min..max types [!valueSet | ~valueSet]`: `!` required, `~` extensible.
 */
export function elementTables(definitions, roots, terminology) {
  const byType = new Map();
  for (const definition of definitions.values()) {
    if (definition.derivation === 'constraint' || !definition.snapshot) continue;
    if (definition.url === core + definition.type) byType.set(definition.type, definition);
  }
  const tables = {};
  const queue = [...roots];
  while (queue.length > 0) {
    const type = queue.shift();
    if (tables[type]) continue;
    const definition = byType.get(type);
    if (!definition) throw new Error(`No StructureDefinition of ${type}`);
    for (const [name, table] of Object.entries(tablesOf(definition, terminology))) {
      tables[name] = table;
      queue.push(...table.reached);
      if (table.base) queue.push(table.base);
    }
    // A profile of a datatype that a core element asks for, such as SimpleQuantity.
  }
  // A primitive needs no table: its pattern is code.
  for (const type of Object.keys(tables)) if (byType.get(type)?.kind === 'primitive-type') delete tables[type];
  addProfiles(tables, definitions);
  return withoutInherited(tables);
}

function tablesOf(definition, terminology) {
  const type = definition.type;
  const tables = { [type]: emptyTable(definition.baseDefinition?.slice(core.length) ?? '') };
  if (definition.kind === 'primitive-type') return tables;
  const children = new Set(definition.snapshot.element.map((element) => parentOf(element.path)));
  for (const element of definition.snapshot.element) {
    const isRoot = element.path === type;
    const backbone = !isRoot && children.has(element.path);
    if (backbone) tables[element.path] = emptyTable(element.type[0].code);
    const table = tables[isRoot || backbone ? element.path : parentOf(element.path)];
    for (const { key, severity } of element.constraint ?? []) {
      if (key !== 'ele-1' && key !== 'ext-1') table.rules.add(severity === 'warning' ? `${key}?` : key);
    }
    if (isRoot) continue;
    const parent = tables[parentOf(element.path)];
    const name = element.path.slice(element.path.lastIndexOf('.') + 1);
    const types = backbone ? `@${element.path}` : typesOf(element, type, parent);
    const binding = backbone ? '' : terminology.binding(element.binding, types);
    parent.elements[name] = `${element.min}..${element.max} ${types}${binding}`;
  }
  return tables;
}

const emptyTable = (base) => ({ base, rules: new Set(), elements: {}, reached: [] });
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('.')));

function typesOf(element, type, table) {
  if (element.contentReference) return `@${element.contentReference.slice(element.contentReference.indexOf('#') + 1)}`;
  const types = (element.type ?? []).map(({ code, profile, targetProfile, extension }) => {
    if (code.startsWith(system)) {
      // R4's definitions call the type of a resource's id "string"; its datatype page and its pattern say id.
      if (element.base?.path === 'Resource.id') return 'id';
      return extension?.find(({ url }) => url.endsWith('fhir-type'))?.valueUrl ?? 'string';
    }
    const name = profile?.length === 1 && code === 'Quantity' ? profile[0].slice(core.length) : code;
    table.reached.push(code);
    const targets = (targetProfile ?? [])
      .map((url) => url.slice(core.length))
      .filter((target) => target !== 'Resource');
    return targets.length > 0 && targets.length === targetProfile.length ? `${name}(${targets.join(' ')})` : name;
  });
  if (types.length === 0 && element.max !== '0') throw new Error(`${type}: ${element.path} has no type`);
  return types.join('|');
}

/** Profiles of Quantity that core elements name: a table with what the profile says otherwise than Quantity. */
function addProfiles(tables, definitions) {
  for (const name of ['SimpleQuantity', 'MoneyQuantity']) {
    const profile = definitions.get(core + name);
    const used = Object.values(tables).some(({ elements }) =>
      Object.values(elements).some((spec) => spec.includes(name)),
    );
    if (!used) continue;
    const { rules, elements } = tablesOf({ ...profile, type: 'Quantity' }, { binding: () => '' }).Quantity;
    tables[name] = emptyTable('Quantity');
    for (const rule of rules) tables[name].rules.add(rule);
    for (const [element, spec] of Object.entries(elements))
      if (spec.includes('..0 ')) tables[name].elements[element] = spec;
  }
}

function withoutInherited(tables) {
  const inherited = (table, what) => {
    for (let base = tables[table.base]; base; base = tables[base.base]) if (what(base)) return what(base);
    return undefined;
  };
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      {
        base: table.base,
        rules: [...table.rules].filter((rule) => !inherited(table, (base) => base.rules.has(rule))),
        elements: Object.fromEntries(
          Object.entries(table.elements).filter(
            ([key, spec]) => inherited(table, (base) => base.elements[key]) !== spec,
          ),
        ),
      },
    ]),
  );
}
