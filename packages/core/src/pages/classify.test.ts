import { describe, expect, it } from 'vitest';
import { classifyPage, listsRecords } from './classify.js';

const veeva = (description: string): string => `ClinicalTrials.Veeva

Tea for Gout

Status and phase

Enrolling
Phase 2

Conditions

Gout

Treatments

Drug: Tea

Study type

Interventional

Full description

${description}

Enrollment

40 patients
`;

describe('a page of a site', () => {
  it('is one record, also where lines of its description are named like labels', () => {
    const page = veeva('Conditions\n\nare checked monthly.\n\nTreatments\n\nare given by a nurse.');
    expect(listsRecords(page)).toBe(false);
    expect(classifyPage(page)).toBe('veeva-page');
  });

  it('is no record where what a record begins with stands there twice', () => {
    const veevaList =
      'ClinicalTrials.Veeva\nStatus\nEnrolling\nConditions\nAsthma\nTreatments\nDrug: A\nStatus\nCompleted\nConditions\nGout\nTreatments\nDrug: B\n';
    const medpathList =
      'MedPath\nTrial A\nConditions\nAsthma\nRegistration Number\nNCT01111111\nLead Sponsor\nA\nTrial B\nConditions\nGout\nRegistration Number\nNCT02222222\nLead Sponsor\nB\n';
    for (const list of [veevaList, medpathList]) {
      expect(listsRecords(list)).toBe(true);
      expect(classifyPage(list)).toBe('narrative');
    }
  });
});

describe('what is no text', () => {
  it.each(['{"a":1}', ' \uFEFF{"a":1}', '<study/>', '[{"a":1}]', '[]', '[1, 2]', '', ' \n', 'id,title\n1,a\n2,b\n'])(
    'is none of the pages: %j',
    (source) => expect(classifyPage(source)).toBeUndefined(),
  );

  it('is not a text that begins with a bracket', () => {
    expect(classifyPage('[This retracts the article on tea.]')).toBeDefined();
  });
});
