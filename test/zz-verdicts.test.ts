import { checkAgainst } from '@trialbridge/core/validate';
import { ctgovXmlWriter } from '@trialbridge/ctgov';
import { it } from 'vitest';
import { publicXml } from './ctgov-corpus.js';
import { openXsd } from './ctgov-xsd.js';

it('x', () => {
  const xsd = openXsd()!;
  const n: Record<string, number> = {};
  const why: Record<string, number> = {};
  for (const { name, text } of publicXml()) {
    const theirs = xsd.fault(text);
    let ours: string | undefined;
    try {
      const issues = checkAgainst(ctgovXmlWriter.schema, ctgovXmlWriter.toJson(text));
      if (issues[0]) ours = `${issues[0].at} ${issues[0].message}`;
    } catch (e) { ours = String(e); }
    const k = `${theirs ? 'no' : 'ok'} ${ours ? 'no' : 'ok'}`;
    n[k] = (n[k] ?? 0) + 1;
    if (Boolean(theirs) !== Boolean(ours)) {
      const w = `theirs ${theirs?.slice(0, 150)} / ours ${ours?.slice(0, 200).replace(/\d+/g, '*')}`;
      why[w] = (why[w] ?? 0) + 1;
    }
  }
  console.log(n, why);
}, 900000);
