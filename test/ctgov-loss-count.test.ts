import { genericPath, readTrials, type Trial, TrialError, writeTrial } from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { corpus, studies } from './ctgov-corpus.js';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What becomes of a leaf in a changed study; `undefined` takes it away. */
type Change = (leaf: Json) => Json | undefined;

/** What an account of one path adds up to, over all studies. */
interface Count {
  leaves: number;
  inXml: number;
  reported: number;
}

/** Leaves of which the XML makes one: a change of it speaks for all of them. */
const joined = /\/(phases|whoMasked|infoTypes)\/\*$/;

/** The paths of a study, lists as `*`, with the number of leaves at each. */
function pathsOf(study: string): Map<string, number> {
  const paths = new Map<string, number>();
  count(JSON.parse(study) as Json, '', paths);
  return paths;
}

function count(value: Json, path: string, paths: Map<string, number>): void {
  if (value === null) return;
  if (typeof value !== 'object') paths.set(path, (paths.get(path) ?? 0) + 1);
  else for (const [key, part] of Object.entries(value)) count(part, genericPath(`${path}/${key}`), paths);
}

/** A study with the leaves of one path changed, and everything else left as it was. */
function changed(study: string, path: string, change: Change): string {
  return JSON.stringify(changedValue(JSON.parse(study) as Json, '', path, change));
}

function changedValue(value: Json, at: string, path: string, change: Change): Json | undefined {
  if (typeof value !== 'object' || value === null) return at === path ? change(value) : value;
  if (!path.startsWith(at)) return value;
  if (Array.isArray(value))
    return value.map((part) => changedValue(part, `${at}/*`, path, change)).filter((part) => part !== undefined);
  const parts = Object.entries(value).map(
    ([key, part]) => [key, changedValue(part, `${at}/${key}`, path, change)] as const,
  );
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as Json;
}

const respelled: Change = (leaf) => (typeof leaf === 'string' ? `${leaf} respelled` : leaf);

interface Converted {
  readonly texts: ReadonlyMap<string, number>;
  readonly reported: number;
}

/** Texts and attributes of a document as a multiset, and how many leaves the report names; `undefined` where refused. */
function convert(study: string): Converted | undefined {
  const [trial] = readTrials(study, [ctgovJsonReader]).trials as [Trial];
  try {
    const { document, loss } = writeTrial(trial, ctgovXmlWriter);
    const texts = new Map<string, number>();
    for (const leaf of textsOf(ctgovXmlWriter.toText(document))) texts.set(leaf, (texts.get(leaf) ?? 0) + 1);
    const parts = [...loss.changed, ...loss.dropped, ...loss.unmapped];
    return { texts, reported: parts.reduce((sum, part) => sum + part.count, 0) };
  } catch (error) {
    if (TrialError.is(error)) return undefined;
    throw error;
  }
}

/** Texts and attributes of a document that we wrote, each behind the names of the elements that it stands in. */
function* textsOf(xml: string): Generator<string> {
  const open: string[] = [];
  for (const [, slash, name = '', attributes = '', text = ''] of xml.matchAll(/<(\/?)([A-Za-z_]+)([^<>]*)>([^<]*)/g)) {
    if (slash) {
      open.pop();
      continue;
    }
    open.push(name);
    const path = open.join('/');
    for (const [attribute] of attributes.matchAll(/[a-z_]+="[^"]*"/g)) yield `${path} ${attribute}`;
    if (text.trim() !== '') yield `${path} ${text}`;
    if (attributes.endsWith('/')) open.pop();
  }
}

/** How many texts of a document stand in the other no more. */
function missing(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let found = 0;
  for (const [leaf, times] of before) found += Math.max(0, times - (after.get(leaf) ?? 0));
  return found;
}

/** How many leaves of a path the XML and the report hold, by what is missing without them. */
function effect(whole: Converted, leaves: number, left: Converted | undefined): { inXml: number; reported: number } {
  // Without them there is no document at all: the XML demands them.
  if (!left) return { inXml: leaves, reported: 0 };
  // More is reported, too, where the XML has no form for the absence of a value.
  return { inXml: missing(whole.texts, left.texts), reported: Math.abs(whole.reported - left.reported) };
}

// The writer's own account is not asked what it carried: a leaf is in the XML when the XML is another one without it.
describe.skipIf(!corpus)('API v2 studies as public XML', () => {
  const every = Number(process.env.TRIALBRIDGE_EVERY ?? 12);

  it(`hold each leaf, or report it: all paths of every ${every}th study, one at a time`, { timeout: 3_600_000 }, () => {
    const counts = new Map<string, Count>();
    const silent: string[] = [];
    let counted = 0;
    for (const [index, study] of studies().entries()) {
      if (index % every !== 0) continue;
      const whole = convert(study);
      if (!whole) continue;
      counted += 1;
      for (const [path, leaves] of pathsOf(study)) {
        let { inXml, reported } = effect(whole, leaves, convert(changed(study, path, () => undefined)));
        // What another part of the study says too stays when it is taken away here, and changes with it when it is spelled otherwise.
        if (inXml + reported < leaves)
          ({ inXml, reported } = effect(whole, leaves, convert(changed(study, path, respelled))));
        const isJoined = joined.test(path) && inXml > 0;
        if (!isJoined && inXml + reported < leaves)
          silent.push(
            `${/NCT\d{8}/.exec(study)?.[0]} ${path}: ${leaves} leaves, ${inXml} in the XML, ${reported} reported`,
          );
        const total = counts.get(path) ?? { leaves: 0, inXml: 0, reported: 0 };
        counts.set(path, {
          leaves: total.leaves + leaves,
          inXml: total.inXml + Math.min(leaves, inXml),
          reported: total.reported + Math.min(leaves, reported),
        });
      }
    }
    const sum = (of: (count: Count) => number) => [...counts.values()].reduce((total, each) => total + of(each), 0);
    console.log(
      `${counted} studies, ${counts.size} paths, ${sum(({ leaves }) => leaves)} leaves: ` +
        `${sum(({ inXml }) => inXml)} in the XML, ${sum(({ reported }) => reported)} reported (some are both), ${silent.length} paths neither`,
    );
    expect(silent).toEqual([]);
    expect(counted).toBeGreaterThan(0);
  });
});
