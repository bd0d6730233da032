import { TrialError } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { readFhir } from './testing.js';
import { parseFhirXml, xmlPath } from './xml.js';

const study = `<?xml version="1.0"?>
<!-- a study -->
<ResearchStudy xmlns="http://hl7.org/fhir">
  <id value="s1"/>
  <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Tea <b>&amp;</b></p><div>x</div></div></text>
  <contained><Group><id value="g"/><type value="person"/><actual value="false"/>
    <characteristic><code><text value="Accepts healthy volunteers"/></code><valueBoolean value="true"/><exclude value="false"/></characteristic>
    <characteristic><code><text value="Age"/></code><valueRange><low><value value="18"/><code value="a"/></low></valueRange><exclude value="false"/></characteristic>
  </Group></contained>
  <extension url="https://example.org/x"><valueString value="kept"/></extension>
  <identifier><use value="official"/><system value="http://clinicaltrials.gov"/><value value="NCT90000031"/></identifier>
  <title value="Tea &#38; &quot;Sleep&quot;"/>
  <status value="completed"/>
  <condition><text value="Thirst"/></condition>
  <condition><text value="Cold"/></condition>
  <enrollment><reference value="#g"/></enrollment>
</ResearchStudy>`;

describe('FHIR in XML', () => {
  it('reads as the same study in JSON does', () => {
    const { format, trial } = readFhir(study);
    expect(format).toBe('fhir-r4');
    expect(trial).toEqual({
      schemaVersion: '1.0',
      id: 'NCT90000031',
      source: { format: 'fhir-r4', kind: 'registration' },
      identifiers: [{ value: 'NCT90000031', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } }],
      briefTitle: 'Tea & "Sleep"',
      overallStatus: { code: 'COMPLETED' },
      conditions: ['Thirst', 'Cold'],
      eligibility: { healthyVolunteers: true, minimumAge: { value: 18, unit: 'YEARS' } },
      unmapped: [
        {
          format: 'fhir-r4',
          path: '/ResearchStudy/extension/0',
          value: { url: 'https://example.org/x', valueString: 'kept' },
        },
      ],
    });
  });

  it('is a bundle, too, of the version that its studies are of', () => {
    const r5 = `<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><ResearchStudy><title value="Tea"/>
      <status value="active"/><progressStatus><state><coding><system value="http://hl7.org/fhir/research-study-status"/>
      <code value="recruiting"/></coding></state></progressStatus></ResearchStudy></resource></entry></Bundle>`;
    const { format, trial } = readFhir(r5, { evidence: true });
    expect(format).toBe('fhir-r5');
    expect(trial.overallStatus).toEqual({ code: 'RECRUITING' });
    expect(trial.evidence?.['/briefTitle']).toEqual({
      kind: 'stated',
      path: '/Bundle/entry/0/resource/0/ResearchStudy/0/title/0/@value',
    });
  });

  it.each([
    ['cut', study.slice(0, -10), 'an element belongs here'],
    [
      'not closed',
      '<ResearchStudy xmlns="http://hl7.org/fhir"><title value="a"></ResearchStudy>',
      '</title> belongs here',
    ],
    [
      'with a document type',
      '<!DOCTYPE x><ResearchStudy xmlns="http://hl7.org/fhir"/>',
      'a document type may not stand in FHIR',
    ],
    [
      'with an unknown entity',
      '<ResearchStudy xmlns="http://hl7.org/fhir"><title value="&nbsp;"/></ResearchStudy>',
      '&nbsp; is no character',
    ],
    ['with text', '<ResearchStudy xmlns="http://hl7.org/fhir">tea</ResearchStudy>', 'an element belongs here'],
    [
      'with more behind it',
      '<ResearchStudy xmlns="http://hl7.org/fhir"/><x/>',
      'nothing may stand behind the resource',
    ],
    ['too deep', `<ResearchStudy xmlns="http://hl7.org/fhir">${'<a>'.repeat(300)}`, 'elements are nested too deeply'],
  ])('is refused when it is %s', (_name, source, message) => {
    let error: unknown;
    try {
      parseFhirXml(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(TrialError.is(error) && error.code).toBe('source-unreadable');
    expect(String(error)).toContain(message);
  });

  it('names places by elements with their positions', () => {
    const root = parseFhirXml(study);
    expect(xmlPath(root, '/condition/1/text')).toBe('/ResearchStudy/condition/1/text/0/@value');
    expect(xmlPath(root, '/contained/0/type')).toBe('/ResearchStudy/contained/0/Group/0/type/0/@value');
    expect(xmlPath(root, '/extension/0/url')).toBe('/ResearchStudy/extension/0/@url');
  });
});
