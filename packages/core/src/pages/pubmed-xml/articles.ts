import type { Reference, Retraction } from '../../generated/trial.js';
import { ElementPlaces } from './element-places.js';
import { MappedText } from './mapped-text.js';
import { scanXml } from './scan-xml.js';

/** One article of a PubMed file. */
export interface Article {
  /** Place of its element among those of its name, from 0. */
  readonly index: number;
  readonly title: MappedText;
  readonly sections: { readonly label: string; readonly text: MappedText }[];
  /** Ids in data banks, registries of trials among them. */
  readonly accessions: MappedText[];
  readonly publicationTypes: MappedText[];
  readonly reference: Reference;
  /** Where the fields of the reference were read. */
  readonly fields: Map<string, readonly MappedText[]>;
  /** What else stands under labels, by the path of its label. */
  readonly others: { readonly path: string; readonly text: MappedText }[];
}

export function emptyArticle(index: number): Article {
  return {
    index,
    title: new MappedText(),
    sections: [],
    accessions: [],
    publicationTypes: [],
    reference: {},
    fields: new Map(),
    others: [],
  };
}

/** Parts of an article that are read as texts, by the names of their elements from `MedlineCitation` down. */
const textPaths: ReadonlyMap<string, (article: Article, text: MappedText) => void> = new Map([
  ['PMID', (article, text) => set(article, 'pmid', text)],
  ['Article/ArticleTitle', (article, text) => article.title.append(text)],
  ['Article/Journal/Title', (article, text) => set(article, 'journal', text)],
  ['Article/Journal/JournalIssue/Volume', (article, text) => set(article, 'volume', text)],
  ['Article/Journal/JournalIssue/Issue', (article, text) => set(article, 'issue', text)],
  ['Article/Journal/JournalIssue/PubDate/Year', (article, text) => set(article, 'year', text)],
  ['Article/Journal/JournalIssue/PubDate/MedlineDate', (article, text) => set(article, 'year', text)],
  ['Article/Pagination/MedlinePgn', (article, text) => set(article, 'pages', text)],
  [
    'Article/DataBankList/DataBank/AccessionNumberList/AccessionNumber',
    (article, text) => article.accessions.push(text),
  ],
  ['Article/PublicationTypeList/PublicationType', (article, text) => article.publicationTypes.push(text)],
]);

export type Field = 'pmid' | 'pmcid' | 'doi' | 'journal' | 'year' | 'volume' | 'issue' | 'pages';

/** Sets a field of the reference of an article, unless it is set. */
export function set(article: Article, field: Field, text: MappedText): void {
  const value = field === 'year' ? /^\d{4}/.exec(text.text)?.[0] : text.text.trim();
  if (!value || article.reference[field] !== undefined) return;
  article.reference[field] = value;
  article.fields.set(field, [text]);
}

interface Name {
  last?: MappedText;
  fore?: MappedText;
  initials?: MappedText;
  suffix?: MappedText;
  collective?: MappedText;
}

/** Reads a PubMed file or a MEDLINE set: its articles, in order. */
export function readArticles(source: string): Article[] {
  const articles: Article[] = [];
  const path: string[] = [];
  const places = new ElementPlaces();
  let article: Article | undefined;
  let text: MappedText | undefined;
  let textDepth = 0;
  let label = '';
  let idType = '';
  let name: Name = {};
  let articleDepth = 0;
  let notice: Retraction | undefined;
  const begin = (depth: number): void => {
    text = new MappedText(places.path(articleDepth));
    textDepth = depth;
  };
  scanXml(source, {
    open(element, attributes) {
      path.push(element);
      places.open(element);
      if (!article && (element === 'PubmedArticle' || element === 'MedlineCitation')) {
        articleDepth = path.length;
        article = emptyArticle(articles.length);
        articles.push(article);
      }
      if (!article || text) return;
      const inner = innerPath(path);
      if (element === 'AuthorList' && attributes.get('CompleteYN') === 'N') article.reference.authorsTruncated = true;
      if (element === 'AbstractText') label = attributes.get('Label') ?? '';
      if (element === 'ELocationID' || element === 'ArticleId') {
        idType = attributes.get('ValidYN') === 'N' ? '' : (attributes.get('EIdType') ?? attributes.get('IdType') ?? '');
      }
      if (element === 'Author') name = {};
      if (element === 'CommentsCorrections') notice = attributes.get('RefType') === 'RetractionIn' ? {} : undefined;
      if (textPaths.has(inner) || isTextElement(inner)) begin(path.length);
    },
    text: (part, offset) => text?.add(part, offset),
    entity: (character, offset) => text?.addEntity(character, offset),
    close() {
      const inner = innerPath(path);
      if (text && article && path.length === textDepth) {
        textPaths.get(inner)?.(article, text);
        takeText(article, inner, text, { label, idType, name });
        if (notice) addNotice(article, notice, inner, text);
        text = undefined;
      }
      if (inner === 'Article/AuthorList/Author' && article) addAuthor(article, name);
      if (inner === noticePath && article && notice && Object.keys(notice).length > 0) {
        article.reference.retractions = [...(article.reference.retractions ?? []), notice];
      }
      if (path.length === articleDepth) article = undefined;
      path.pop();
      places.close();
    },
  });
  return articles;
}

/** Names of the elements from `MedlineCitation`, or from `PubmedData`, down to the current one. */
function innerPath(path: readonly string[]): string {
  const at = path.lastIndexOf('MedlineCitation');
  return at >= 0 ? path.slice(at + 1).join('/') : path.slice(path.indexOf('PubmedData')).join('/');
}

const noticePath = 'CommentsCorrectionsList/CommentsCorrections';
const authorPath = 'Article/AuthorList/Author/';

function isTextElement(inner: string): boolean {
  return (
    inner === 'Article/Abstract/AbstractText' ||
    inner === 'Article/ELocationID' ||
    inner === 'PubmedData/ArticleIdList/ArticleId' ||
    inner === `${noticePath}/PMID` ||
    inner === `${noticePath}/RefSource` ||
    (inner.startsWith(authorPath) &&
      /^(?:LastName|ForeName|Initials|Suffix|CollectiveName)$/.test(inner.slice(authorPath.length)))
  );
}

function takeText(
  article: Article,
  inner: string,
  text: MappedText,
  state: { label: string; idType: string; name: Name },
): void {
  if (inner === 'Article/Abstract/AbstractText') {
    if (text.text.trim() !== '') article.sections.push({ label: state.label, text });
  } else if (inner === 'Article/ELocationID' || inner === 'PubmedData/ArticleIdList/ArticleId') {
    if (state.idType === 'doi') set(article, 'doi', text);
    else if (state.idType === 'pmc') set(article, 'pmcid', text);
  } else if (inner.startsWith(authorPath)) {
    const keys: Readonly<Record<string, keyof Name>> = {
      LastName: 'last',
      ForeName: 'fore',
      Initials: 'initials',
      Suffix: 'suffix',
      CollectiveName: 'collective',
    };
    const key = keys[inner.slice(authorPath.length)];
    if (key) state.name[key] = text;
  }
}

/** The notice that the article was retracted. */
function addNotice(article: Article, notice: Retraction, inner: string, text: MappedText): void {
  const key = inner === `${noticePath}/PMID` ? 'pmid' : inner === `${noticePath}/RefSource` ? 'source' : undefined;
  if (!key || text.text.trim() === '') return;
  notice[key] = text.text.trim();
  article.fields.set(`retractions/${article.reference.retractions?.length ?? 0}/${key}`, [text]);
}

/** `Koen Van Herck`: the parts of a name in the order in which they are spoken. */
function addAuthor(article: Article, { last, fore, initials, suffix, collective }: Name): void {
  const parts = collective ? [collective] : [fore ?? initials, last, suffix].filter((part) => part !== undefined);
  const text = parts.map((part) => part.text.trim()).join(' ');
  if (text === '') return;
  article.reference.authors ??= [];
  article.fields.set(`authors/${article.reference.authors.length}`, parts);
  article.reference.authors.push(text);
}
