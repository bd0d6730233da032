/** Lists every path of the trial schema: lists as `*`, maps (evidence) and free values (unmapped) not entered. */
export function trialPaths(schema) {
  const all = [];
  const leaves = [];
  const markup = [];
  const walk = (node, path) => {
    const target = node.$ref ? schema.$defs[node.$ref.slice('#/$defs/'.length)] : node;
    if (path) all.push(path);
    if (target.properties) {
      for (const [key, child] of Object.entries(target.properties)) walk(child, `${path}/${key}`);
    } else if (target.items) {
      walk(target.items, `${path}/*`);
    } else if (target.type !== 'object') {
      leaves.push(path);
      if (node['x-markup'] || target['x-markup']) markup.push(path);
    }
  };
  walk(schema, '');
  return { all, leaves, markup };
}
