/** Studies of our own making in the form of the ClinicalTrials.gov API v2. */
export function study(number: number, extra: object = {}): object {
  const id = nctId(number);
  return {
    protocolSection: {
      identificationModule: {
        nctId: id,
        orgStudyIdInfo: { id: `TB-${number}` },
        organization: { fullName: `Example Hospital ${number % 7}`, class: 'OTHER' },
        briefTitle: `Example study ${number} of é, “quotes” & <signs>`,
      },
      statusModule: {
        overallStatus: number % 2 === 0 ? 'COMPLETED' : 'RECRUITING',
        startDateStruct: { date: '2020-03' },
        lastUpdatePostDateStruct: { date: `202${number % 6}-05-1${number % 9}`, type: 'ACTUAL' },
      },
      sponsorCollaboratorsModule: { leadSponsor: { name: `Example Sponsor ${number % 5}`, class: 'INDUSTRY' } },
      descriptionModule: { briefSummary: 'A summary. '.repeat(1 + (number % 40)) },
      conditionsModule: { conditions: ['Headache', `Condition ${number % 11}`] },
      designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE1', 'PHASE2'], enrollmentInfo: { count: number } },
      eligibilityModule: { sex: 'ALL', minimumAge: '18 Years' },
    },
    hasResults: false,
    ...extra,
  };
}

export function nctId(number: number): string {
  return `NCT${String(number).padStart(8, '0')}`;
}

export function ndjson(from: number, to: number): string {
  let text = '';
  for (let number = from; number <= to; number += 1) text += `${JSON.stringify(study(number))}\n`;
  return text;
}
