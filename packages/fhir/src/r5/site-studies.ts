import type { StudyContext } from '../study-context.js';
import { publicationStatus, type StudyR5 } from './study.js';

/** Adds a study for each site that has a status, and names it among the sites of the study, as HL7's example does. */
export function addSiteStudiesR5(context: StudyContext, study: { site?: { reference?: string }[] }): void {
  const { trial, resources, vocabulary } = context;
  trial.sites?.forEach(({ status }, index) => {
    if (!status) return;
    const number = index + 1;
    const siteStudy: StudyR5 = {
      resourceType: 'ResearchStudy',
      id: resources.ids.id('siteStudy', number),
      partOf: [{ reference: resources.reference('ResearchStudy', 'study') }],
      status: publicationStatus(context),
      site: [{ reference: resources.reference('Location', 'location', number) }],
      progressStatus: [{ state: vocabulary.siteStatus.concept(status) }],
    };
    const reference = resources.add(siteStudy, 'siteStudy', number);
    study.site?.push({ reference });
  });
}
