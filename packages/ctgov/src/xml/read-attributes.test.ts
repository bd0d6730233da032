import { readTrials } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovXmlReader } from './reader.js';

describe('attributes of counts', () => {
  it('are no fields of the model where their names are those of built-in members: they are kept and reported', () => {
    const participants =
      '<participants group_id="P1" count="3" constructor="a" toString="b" __proto__="c" valueOf="d"/>';
    const milestone = `<milestone><title>STARTED</title><participants_list>${participants}</participants_list></milestone>`;
    const flow = `<period_list><period><milestone_list>${milestone}</milestone_list></period></period_list>`;
    const { trials, issues } = readTrials(
      `<clinical_study><clinical_results><participant_flow>${flow}</participant_flow></clinical_results></clinical_study>`,
      [ctgovXmlReader],
    );
    const [trial] = trials;
    const count = trial?.results?.participantFlow?.periods?.[0]?.milestones?.[0]?.achievements?.[0] ?? {};
    expect(Object.entries(count)).toEqual([
      ['groupId', 'P1'],
      ['numSubjects', '3'],
    ]);
    expect(Object.getPrototypeOf(count)).toBe(Object.prototype);
    const names = ['@constructor', '@toString', '@__proto__', '@valueOf'];
    expect(issues.map(({ code, at }) => `${code} ${at.split('/').at(-1)}`)).toEqual(
      names.map((name) => `unknown-path ${name}`),
    );
    expect(trial?.unmapped?.map(({ path, value }) => [path.split('/').at(-1), value])).toEqual([
      ['@constructor', 'a'],
      ['@toString', 'b'],
      ['@__proto__', 'c'],
      ['@valueOf', 'd'],
    ]);
  });
});
