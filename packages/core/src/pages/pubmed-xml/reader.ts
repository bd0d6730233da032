import type { Reading, TrialReader } from '../../formats.js';
import type { InferenceStage } from '../infer/rule.js';
import { inferFromProse } from '../infer/stage.js';
import { readArticle } from './article-trials.js';
import { readArticles } from './articles.js';

const format = 'pubmed-xml';
const roots = /<(?:PubmedArticleSet|PubmedArticle|MedlineCitationSet|MedlineCitation)[\s>/]/;

export interface PubmedXmlOptions {
  /** Replaces the stage that reads values out of prose. */
  readonly inference?: InferenceStage;
}

/**
 * Makes a reader of PubMed files and MEDLINE sets, the structured siblings of abstracts: each article gives its
 * citation and the trials that it reports, by the data banks it lists and by its abstract.
 */
export function createPubmedXmlReader(options: PubmedXmlOptions = {}): TrialReader {
  const inference = options.inference ?? inferFromProse;
  return {
    format,
    title: 'PubMed XML: an article or a set',
    accepts: (source) => /^\uFEFF?\s*</.test(source) && roots.test(beforeContent(source.slice(0, 4000))),
    read(source, context): Reading {
      const readings = readArticles(source).map((article) =>
        readArticle(source, article, context, { format, inference, evidence: context.evidence }),
      );
      return {
        kind: 'publication',
        trials: readings.flatMap(({ trials }) => trials),
        citations: readings.map(({ citation }) => citation),
        mentions: readings.flatMap(({ mentions }) => mentions),
      };
    },
  };
}

export const pubmedXmlReader: TrialReader = createPubmedXmlReader();

/** The beginning of a document up to and with its first element. */
function beforeContent(head: string): string {
  const root = head.search(/<[A-Za-z_]/);
  return root < 0 ? '' : head.slice(root, root + 60);
}
