import type { Reading, TrialReader } from '../../formats.js';
import { classifyPage, listsRecords } from '../classify.js';
import { mentionsIn } from '../draft.js';
import { withPlainSpaces } from '../plain-spaces.js';
import { isLetter } from './letter.js';
import { readReferenceLists } from './reference-lists.js';
import { isRegistryPage } from './registry-page.js';

/**
 * Reads texts that are no record and no abstract: articles, news, marketing. They hold no trial; their reference lists
 * are returned as citations, the registry ids that they name as mentions.
 */
export const narrativeReader: TrialReader = {
  format: 'narrative',
  title: 'Text that is no record of a trial and no abstract',
  accepts: (source) => classifyPage(source) === 'narrative',
  read(exactSource, context): Reading {
    const source = withPlainSpaces(exactSource);
    const mentions = mentionsIn(source);
    const isList = listsRecords(source);
    if (isList || (isRegistryPage(source) && !isLetter(source))) {
      const ids =
        mentions
          .slice(0, 5)
          .map(({ value }) => value)
          .join(', ') || 'none';
      context.report({
        code: 'unrecognized-layout',
        severity: 'warning',
        at: '1:1',
        message: `An unrecognized registry page: ${isList ? 'it lists several records' : 'its layout is not known'}, so no field is read. Ids found: ${ids}.`,
      });
    }
    return { kind: 'narrative', trials: [], citations: readReferenceLists(source), mentions };
  },
};
