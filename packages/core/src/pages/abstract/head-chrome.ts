/**
 * Phrases of titles with a word that is otherwise of a notice or a date: patients received something, a dose is widely
 * accepted, results were published. They are passed over.
 */
const inTitles =
  /\b(?:who|that|they|whose \w+|having|previously|recently|never|not)(?: have| had| has)? received\b|\b(?:widely|commonly|generally) accepted\b|\b(?:of|with|from|to) (?:the |previously )?published (?:data|results|evidence|literature|studies|trials|cohorts?|estimates|criteria|norms)\b|^publication bias\b|^volume-/gi;

/** What makes a line of the head of a page no title and no list of names. Rather a title missed than one made of a notice. */
const chrome: readonly RegExp[] = [
  // Words of the site and kinds of texts, by themselves.
  /^(?:save|share|cite|menu|search|log in|review|article|editorial|letter|research(?: paper| article)?)$/i,
  /original (?:article|research|paper)|^document type/i,
  /^search (?:life|pubmed|this|for articles|all)\b/i,
  // Notices of the site, of access and of the version.
  /cookies|personal data|javascript|skip to|link to|logo\b|open access|^available in/i,
  // Repositories.
  /\brepository$|research online\b|^university of\b/i,
  // Dates of the publication, and what was done to the article.
  /\b(?:received|published|accepted)\b|\/ (?:19|20)\d\d \/|^\. (?:19|20)\d\d/i,
  // Numbers, pages, volumes.
  /^\d[\d,.]*$|^pages? \d|\bpp\. ?\d|^vol(?:ume|\.)\s*(?:\d|[ivxlc]+\b)|\bvol(?:ume|\.) ?\d{1,4},? (?:issue|no\.) ?\d|\bISSN\b/i,
  // Ids and addresses.
  /\bPMC?ID:|doi:|orcid|@/i,
  // Labels over authors, the text and the publication.
  /^authors?\b|^author links|^correspondence\b|^keywords|^abstract|^publication/i,
];

/** Whether a line of the head of a page is chrome of the site, a notice, a date, a number, an id or a label. */
export function isChrome(line: string): boolean {
  const rest = line.replace(inTitles, '');
  return chrome.some((form) => form.test(rest));
}
