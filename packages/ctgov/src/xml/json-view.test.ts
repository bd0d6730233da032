import { TrialError } from '@trialbridge/core';
import { checkAgainst } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { ctgovXmlWriter } from './writer.js';

function check(xml: string): string[] {
  return checkAgainst(ctgovXmlWriter.schema, ctgovXmlWriter.toJson(xml)).map(({ at, message }) => `${at} ${message}`);
}

const head =
  '<required_header><download_date>d</download_date><link_text>l</link_text><url>u</url></required_header><id_info><nct_id>NCT00000001</nct_id></id_info><brief_title>T</brief_title>';
const sponsors = '<sponsors><lead_sponsor><agency>A</agency></lead_sponsor></sponsors><source>A</source>';
const kind = '<overall_status>Completed</overall_status><study_type>Interventional</study_type>';

/** A valid record with one more part at its end. */
const record = (part: string): string => `<clinical_study>${head}${sponsors}${kind}${part}</clinical_study>`;
const results = (part: string): string => record(`<clinical_results>${part}</clinical_results>`);
const extra = 'must NOT have additional properties:';

describe('the data of a document, against the schema', () => {
  it.each([
    record(''),
    record('<condition>a</condition><condition>b</condition>'),
    record('<responsible_party></responsible_party>'),
    record('<responsible_party><name_title>n</name_title><organization>o</organization></responsible_party>'),
    record('<pending_results><returned>Unknown</returned><submitted>May 2016</submitted></pending_results>'),
    record('<enrollment type="Actual"> 12 </enrollment>'),
    `<?xml version="1.0"?>\n<!-- c -->${record('').replace('study>', 'study xmlns:xsi="x" xsi:noNamespaceSchemaLocation="y">')}\n`,
  ])('are those of a valid one: %s', (xml) => expect(check(xml)).toEqual([]));

  it.each([
    ['elements out of order', record('<keyword>k</keyword><condition>c</condition>'), `/clinical_study ${extra} condition (out of order)`],
    ['elements of one name apart', record('<condition>a</condition><keyword>k</keyword><condition>b</condition>'), `/clinical_study ${extra} condition (out of order)`],
    ['an element in another', record('<eligibility><condition>c</condition></eligibility>'), `/clinical_study/eligibility ${extra} condition`],
    ['a text among elements', record('text'), `/clinical_study ${extra} #`],
    ['an element of older files', record('<lastchanged_date>May 2016</lastchanged_date>'), `/clinical_study ${extra} lastchanged_date`],
    ['an element twice', record('<target_duration>1</target_duration><target_duration>2</target_duration>'), '/clinical_study/target_duration must be string'],
    ['elements in a text', record('<keyword><b/></keyword>'), '/clinical_study/keyword/0 must be string'],
    ['a wording with a space', record('<has_expanded_access> Yes</has_expanded_access>'), '/clinical_study/has_expanded_access must be equal to one of the allowed values: Yes, No'],
    ['another root', `<clinical_studies>${record('')}</clinical_studies>`, ` ${extra} clinical_studies`],
  ])('show %s', (_what, xml, line) => expect(check(xml)).toContain(line)); // biome-ignore format: a table

  it('show both forms of a responsible party in one', () => {
    const both =
      '<responsible_party><name_title>n</name_title><responsible_party_type>Sponsor</responsible_party_type></responsible_party>';
    expect(check(record(both))).not.toEqual([]);
  });

  it('show a count of a group that is not listed, and a group that is listed twice', () => {
    const flow = (groups: string): string =>
      results(
        `<participant_flow><group_list>${groups}</group_list><period_list><period><title>All</title><milestone_list><milestone><title>STARTED</title><participants_list><participants group_id="P1" count="1"/></participants_list></milestone></milestone_list></period></period_list></participant_flow><baseline><group_list><group group_id="B1"/></group_list></baseline><outcome_list><outcome><type>Primary</type><title>o</title></outcome></outcome_list>`,
      );
    const place = '/clinical_study/clinical_results/participant_flow';
    expect(check(flow('<group group_id="P1"/>'))).toEqual([]);
    expect(check(flow('<group group_id="P2"/>'))).toContain(`${place} ${extra} group P1 (not listed once)`);
    expect(check(flow('<group group_id="P1"/><group group_id="P1"/>'))).toContain(
      `${place} ${extra} group P1 (not listed once)`,
    );
  });

  it.each([
    ['<clinical_study>\n<a></b></clinical_study>', '2:4'],
    ['<!DOCTYPE clinical_study><clinical_study/>', '1:1'],
    [record('').slice(0, -3), '1:'],
    ['<clinical_study a="1" a="2"/>', '1:23'],
  ])('are refused with the place where XML is not well-formed: %s', (xml, place) => {
    let thrown: unknown;
    try {
      ctgovXmlWriter.toJson(xml);
    } catch (error) {
      thrown = error;
    }
    expect(TrialError.is(thrown) && [thrown.code, thrown.at?.startsWith(place)]).toEqual(['source-unreadable', true]);
  });
});
