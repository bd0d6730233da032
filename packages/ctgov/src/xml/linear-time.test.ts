import { readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovXmlReader } from './reader.js';
import { ctgovXmlWriter } from './writer.js';

const many = 40_000;
const all = (part: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => part(index)).join('');

const study = (part: string): string => `<clinical_study>${part}</clinical_study>`;

/** Sources that took minutes when each part of them was compared with each, or searched for to the end. */
const hostile: readonly (readonly [what: string, source: string])[] = [
  ['texts among unknown elements', study(`<foo>${all(() => 'text<b/>')}</foo>`)],
  ['unknown elements of one name', study(`<foo>${all(() => '<b/>')}</foo>`)],
  ['unknown elements of names of their own', study(all((index) => `<b${index}/>`))],
  ['unknown elements at the root', study(all(() => '<foo>x</foo>'))],
  ['empty elements among full ones', study(all(() => '<condition/><condition>x</condition>'))],
  ['attributes of one tag', study(`<foo ${all((index) => ` a${index}="1"`)}/>`)],
  ['end tags with a space', study(all(() => '<condition>x</condition >'))],
  ['start tags with a space', study(all(() => '<condition >x</condition>'))],
  ['prefixes of the root', `<clinical_study${all((index) => ` xmlns:p${index}="u"`)}>${all(() => '<condition>x</condition>')}</clinical_study>`],
  ['attributes with a prefix', `<clinical_study xmlns:p="u" ${all((index) => ` p:a${index}="u"`)}></clinical_study>`],
  ['ids of one kind behind others', study(`<id_info>${all(() => '<secondary_id>x</secondary_id>')}${all(() => '<org_study_id>y</org_study_id>')}</id_info>`)],
  ['groups of which only the id is said', study(`<clinical_results><participant_flow><group_list>${all((index) => `<group group_id="P${index}"/>`)}</group_list></participant_flow></clinical_results>`)],
  ['totals of many groups', study(`<clinical_results><reported_events><group_list>${all((index) => `<group group_id="E${index}"/>`)}</group_list><serious_events><category_list><category><title>Total</title><event_list><event><sub_title>Total, serious adverse events</sub_title>${all((index) => `<counts group_id="E${index}" subjects_affected="1"/>`)}</event></event_list></category></category_list></serious_events></reported_events></clinical_results>`)],
  ['texts among known elements', study(all(() => 'text<condition>x</condition>'))],
  ['comments in a text', study(`<brief_title>${all(() => 'a<!-- -->')}</brief_title>`)],
]; // biome-ignore format: a table

describe('a source made to take long', () => {
  it.each(hostile)('is read and written in time that grows as its length does: %s', (_what, source) => {
    const start = process.cpuUsage();
    const [trial] = readTrials(source, [ctgovXmlReader]).trials as [Trial];
    writeTrial(trial, ctgovXmlWriter);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(3);
  });
});
