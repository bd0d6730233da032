const blank = /[ \t\r\n]*/y;
const plain = /[^"\\\u0000-\u001f]*/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** What may stand next. `first` stands for a value or the end of an empty list, or a key or the end of an empty object. */
type Expected = 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'commaOrEnd';

/**
 * Offset of the first character at which a text stops being JSON; its length when it ends too early. Only some engines
 * name the place, and not for every fault.
 */
export function jsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    if (!token.test(text)) return false;
    at = token.lastIndex;
    return true;
  };
  /** Moves behind a string, or to what is wrong in it. A loop: one pattern for all of it would run out of stack. */
  const takeString = (): boolean => {
    if (text.charAt(at) !== '"') return false;
    at += 1;
    do take(plain);
    while (take(escapeSequence));
    if (text.charAt(at) !== '"') return false;
    at += 1;
    return true;
  };
  for (;;) {
    take(blank);
    const character = text.charAt(at);
    if (expected === 'commaOrEnd' && open.length === 0) return at;
    if (expected === 'key' || expected === 'firstKey') {
      if (character === '}' && expected === 'firstKey') {
        at += 1;
        open.pop();
        expected = 'commaOrEnd';
      } else if (takeString()) expected = 'colon';
      else return at;
    } else if (expected === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected === 'commaOrEnd') {
      const isObject = open.at(-1) === '{';
      if (character === ',') expected = isObject ? 'key' : 'value';
      else if (character === (isObject ? '}' : ']')) open.pop();
      else return at;
      at += 1;
    } else if (character === '{' || character === '[') {
      at += 1;
      open.push(character);
      expected = character === '{' ? 'firstKey' : 'firstItem';
    } else if (character === ']' && expected === 'firstItem') {
      at += 1;
      open.pop();
      expected = 'commaOrEnd';
    } else if (takeString() || take(scalar)) expected = 'commaOrEnd';
    else return at;
  }
}
