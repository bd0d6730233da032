// Collects the extensions that may stand on the types at hand: where, and what they hold.

const core = 'http://hl7.org/fhir/StructureDefinition/';
const crossVersion = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-';

/**
 * Definitions of extensions: `on` lists types and element paths, `value` is an element's text, `parts` is by url. Taken
 * are those that name a type of the tables, or one of its elements, or any element. `earlier` holds older definitions.
 */
export function extensionTables(definitions, tables, terminology, earlier) {
  const extensions = {};
  for (const definition of definitions.values()) {
    if (definition.type !== 'Extension' || definition.derivation !== 'constraint' || !definition.snapshot) continue;
    // Where an extension may stand changes between releases of the extension pack: any of the places will do.
    const contexts = [...new Set([definition, earlier.get(definition.url)].flatMap((release) => contextsOf(release)))];
    const elements = contexts.filter((context) => isKnown(context, tables));
    if (elements.length === 0) continue;
    const parts = partsOf(definition.snapshot.element, 'Extension', terminology);
    if (!parts) continue;
    // A context that is no element path, such as another extension, cannot be judged: then anything goes.
    const on = contexts.every((context) => /^[A-Z][A-Za-z.[\]]*$/.test(context)) ? contexts.join('|') : '*';
    const modifier = definition.snapshot.element[0].isModifier ? { modifier: true } : {};
    extensions[definition.url] = { on, ...modifier, ...parts };
  }
  return extensions;
}

function contextsOf(definition) {
  return (definition?.context ?? []).map(({ type, expression }) => (type === 'element' ? expression : '?'));
}

function isKnown(context, tables) {
  return (
    tables[context.split('.')[0]] !== undefined ||
    context === 'Resource' ||
    /^(string|markdown|code|uri)$/.test(context)
  );
}

/** The parts of an extension at `path` of its snapshot, or its value; nothing where it is neither. */
function partsOf(elements, id, terminology) {
  const value = elements.find((element) => element.id === `${id}.value[x]`);
  const parts = {};
  for (const element of elements) {
    if (!element.id.startsWith(`${id}.extension:`)) continue;
    const name = element.id.slice(id.length + '.extension:'.length);
    if (/[.:/]/.test(name)) continue;
    const url = elements.find((other) => other.id === `${element.id}.url`)?.fixedUri ?? name;
    const inner = partsOf(elements, element.id, terminology);
    if (!inner) return undefined;
    parts[url] = inner.value
      ? `${element.min}..${element.max} ${inner.value}`
      : { card: `${element.min}..${element.max}`, ...inner };
  }
  if (Object.keys(parts).length > 0) return { parts };
  if (!value || value.max === '0') return undefined;
  return { value: valueText(value, terminology) };
}

function valueText(value, terminology) {
  const types = value.type
    .map(({ code, targetProfile }) => {
      const targets = (targetProfile ?? [])
        .map((url) => url.slice(core.length))
        .filter((target) => target !== 'Resource');
      return targets.length > 0 ? `${code}(${targets.join(' ')})` : code;
    })
    .join('|');
  return `${types}${terminology.binding(value.binding, types)}`;
}

/**
 * R5 elements that may ride on an earlier version: those that HL7's list of paths marks as changed, as the validator of
 * HL7 understands the list. Cardinalities and value sets are those of R5.
 */
export function crossVersionTables(paths, newTables, oldTables, terminology) {
  const extensions = {};
  const roots = Object.keys(oldTables).filter((name) => oldTables[name].base === 'DomainResource' && newTables[name]);
  for (const path of Object.keys(paths)) {
    const root = path.split('.')[0];
    if (!roots.includes(root) || !path.includes('.')) continue;
    const parent = path.slice(0, path.lastIndexOf('.'));
    const spec = newTables[parent]?.elements[path.slice(path.lastIndexOf('.') + 1)];
    // An extension stands on the nearest element that the old version has.
    if (!spec || !oldTables[parent]) continue;
    const contents = contentsOf(path, paths, newTables, spec, terminology);
    if (!contents) continue;
    const modifier = paths[path].modifier ? { modifier: true } : {};
    extensions[crossVersion + path.replace('[x]', '')] = { on: parent, ...modifier, ...contents };
  }
  return extensions;
}

function contentsOf(path, paths, newTables, spec, terminology) {
  const { types, elements } = paths[path];
  if (types) {
    const allowed = types.filter((type) => !type.startsWith('!')).map((type) => type.replaceAll(/[,|]/g, ' '));
    return allowed.length > 0
      ? { value: `${allowed.join('|').replace('(Any)', '')}${bindingOf(spec, terminology)}` }
      : undefined;
  }
  const parts = {};
  for (const element of elements ?? []) {
    const name = element.replace('!', '');
    const inner = `${path}.${name}`;
    const innerSpec = newTables[path]?.elements[name];
    if (!paths[inner] || !innerSpec || element.startsWith('!')) continue;
    const contents = contentsOf(inner, paths, newTables, innerSpec, terminology);
    if (!contents) continue;
    const card = innerSpec.slice(0, innerSpec.indexOf(' '));
    parts[name.replace('[x]', '')] = contents.value ? `${card} ${contents.value}` : { card, ...contents };
  }
  return Object.keys(parts).length > 0 ? { parts } : undefined;
}

/** The value set of the new version comes along, as far as the old version does not give its systems other codes. */
function bindingOf(spec, terminology) {
  const mark = / ([!~])(\S+)$/.exec(spec);
  return mark && terminology.adopt(mark[2]) ? ` ~${mark[2]}` : '';
}
