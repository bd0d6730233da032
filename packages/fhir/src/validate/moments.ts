/**
 * The order of two dates or times as far as it is certain: negative, 0, positive; `undefined` where one is only the
 * beginning of the other (2015-08 and 2015-08-15).
 */
export function compareMoments(first: string, second: string): number | undefined {
  const [firstDay, firstTime] = parts(first);
  const [secondDay, secondTime] = parts(second);
  if (firstTime !== undefined && secondTime !== undefined) return Date.parse(first) - Date.parse(second);
  const shared = Math.min(firstDay.length, secondDay.length);
  const firstShared = firstDay.slice(0, shared);
  const secondShared = secondDay.slice(0, shared);
  if (firstShared !== secondShared) return firstShared < secondShared ? -1 : 1;
  return firstDay.length === secondDay.length && firstTime === secondTime ? 0 : undefined;
}

function parts(value: string): [day: string, time: string | undefined] {
  const at = value.indexOf('T');
  return at < 0 ? [value, undefined] : [value.slice(0, at), value.slice(at + 1)];
}
