import type { StudyContext } from '../study-context.js';
import { unknownValue } from '../text.js';
import { progressExtension } from './extensions.js';
import { reportStatusAbsent, type StudyR4, toR4Status } from './study.js';

/** Adds a study for each site that has a status: part of the study, at that site, with the site's status. */
export function addSiteStudiesR4(context: StudyContext): void {
  const { trial, resources, vocabulary, options } = context;
  trial.sites?.forEach(({ status }, index) => {
    if (!status) return;
    const number = index + 1;
    const study: StudyR4 = {
      resourceType: 'ResearchStudy',
      id: resources.ids.id('siteStudy', number),
      extension: [progressExtension({ state: vocabulary.siteStatus.concept(status) })],
      partOf: [{ reference: resources.reference('ResearchStudy', 'study') }],
    };
    const code = toR4Status(status.code) ?? options.statusWhenUnknown;
    if (code !== undefined) study.status = code;
    else {
      study._status = unknownValue();
      reportStatusAbsent(context, `/sites/${index}/status`);
    }
    study.site = [{ reference: resources.reference('Location', 'location', number) }];
    resources.add(study, 'siteStudy', number);
  });
}
