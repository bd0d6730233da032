import { readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovXmlReader } from './reader.js';
import { ctgovXmlWriter } from './writer.js';

/** A record with one more part, read and written again, without indentation. */
function again(part: string): string {
  const [trial] = readTrials(`<clinical_study><brief_title>T</brief_title>${part}</clinical_study>`, [ctgovXmlReader])
    .trials as [Trial];
  return writeTrial(trial, ctgovXmlWriter).document.replace(/\n\s*/g, '');
}

describe('what the model has no place for is kept once, and goes back once', () => {
  it('an attribute of an element that is kept whole', () => {
    expect(again('<eligibility zz="q"/>')).toContain('<eligibility zz="q"></eligibility></clinical_study>');
  });

  it('a count of participants with an element where its comment belongs', () => {
    const list =
      '<participants_list><participants group_id="P1" count="3"><zz>u</zz></participants></participants_list>';
    const milestone = `<milestone><title>STARTED</title>${list}</milestone>`;
    const flow = `<period_list><period><title>All</title><milestone_list>${milestone}</milestone_list></period></period_list>`;
    expect(again(`<clinical_results><participant_flow>${flow}</participant_flow></clinical_results>`)).toContain(list);
  });

  it('a measurement, a count of those analysed and a count of events with elements in them', () => {
    const measured = '<measurement group_id="B1" value="7"><zz>u</zz></measurement>';
    const counted = '<count group_id="B1" value="9"><zz>u</zz></count>';
    const analyzed = `<analyzed_list><analyzed><units>Participants</units><scope>Measure</scope><count_list>${counted}</count_list></analyzed></analyzed_list>`;
    const classes = `<class_list><class><category_list><category><measurement_list>${measured}</measurement_list></category></category_list></class></class_list>`;
    const baseline = `<baseline><measure_list><measure><title>Age</title>${analyzed}${classes}</measure></measure_list></baseline>`;
    const counts = '<counts group_id="E1" subjects_affected="1"><zz>u</zz></counts>';
    const events = `<reported_events><other_events><category_list><category><title>Heart</title><event_list><event><sub_title>Ache</sub_title>${counts}</event></event_list></category></category_list></other_events></reported_events>`;
    const written = again(`<clinical_results>${baseline}${events}</clinical_results>`);
    for (const part of [measured, counted, counts]) expect(written.split(part)).toHaveLength(2);
    expect(written.match(/<(?:measurement|count|counts) /g)).toHaveLength(3);
  });

  it('a group of which the id is all that is said', () => {
    const list = '<group_list><group group_id="P1"></group></group_list>';
    expect(again(`<clinical_results><participant_flow>${list}</participant_flow></clinical_results>`)).toContain(list);
  });

  it('events for which only a threshold is said, with an empty list of categories or with none', () => {
    const of = (list: string) =>
      `<other_events><frequency_threshold>5</frequency_threshold>${list}</other_events></reported_events>`;
    for (const list of ['', '<category_list></category_list>'])
      expect(again(`<clinical_results><reported_events>${of(list)}</clinical_results>`)).toContain(of(list));
  });

  it('the kind of a date on which results were submitted', () => {
    const pending = '<pending_results><submitted type="Actual">March 7, 2016</submitted></pending_results>';
    expect(again(pending)).toContain(pending);
  });
});

describe('the beginning of a source', () => {
  it('is looked at in one pass, however many comments it has', () => {
    const comments = '<!---->'.repeat(1000);
    expect(ctgovXmlReader.accepts(`${comments}<other/>`)).toBe(false);
    expect(ctgovXmlReader.accepts(`${comments}<clinical_study/>`)).toBe(true);
  });

  it('may hold a document type with entities: the record is refused by place, not called unknown', () => {
    const source = '<?a > ?><!DOCTYPE clinical_study [<!ENTITY a "b">]>\n<clinical_study/>';
    expect(ctgovXmlReader.accepts(source)).toBe(true);
    expect(() => readTrials(source, [ctgovXmlReader])).toThrow('Not well-formed XML at 1:9: a document type.');
  });
});
