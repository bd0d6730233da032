/** `value[x]` as the properties it may be written as, each with its one type. */
export function choiceProperties(element: string, text: string): Map<string, string> {
  const options = split(text)[1].split('|');
  return new Map(
    options.map((option) => {
      const name = option.replace(/\(.*/, '');
      return [element.slice(0, -3) + name.charAt(0).toUpperCase() + name.slice(1), option];
    }),
  );
}

/** The parts of an element's text: `min..max`, types (which hold blanks inside brackets), binding. */
export function split(text: string): [cardinality: string, types: string, binding: string | undefined] {
  const start = text.indexOf(' ') + 1;
  const mark = / [!~]\S+$/.exec(text);
  return [text.slice(0, start - 1), text.slice(start, mark?.index ?? text.length), mark?.[0].slice(1)];
}
