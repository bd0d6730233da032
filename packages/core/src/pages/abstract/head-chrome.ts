/** Lines of the head of a page that are certainly no title and no names, with what they are. */
const chrome: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: 'a word of the site, by itself', form: /^(?:save|share|cite|menu|search|log in)$/i },
  { what: 'a kind of text, by itself', form: /^(?:review|article|editorial|letter|research(?: paper| article)?)$/i },
  { what: 'a kind of text', form: /original (?:article|research|paper)|^document type/i },
  { what: 'a search form', form: /^search (?:life|pubmed|this|for articles|all)\b/i },
  {
    what: 'a notice of the site',
    form: /\bcookies\b|\bpersonal data\b|javascript|^(?:skip|link) to\b|\bskip to \w+$/i,
  },
  {
    what: 'a notice of access',
    form: /^open access\b.{0,40}$|\bopen access$|\bopen access (?:article|journal|under)\b|^available in\b/i,
  },
  { what: 'a picture of the site', form: /\blogo$|^logo\b/i },
  { what: 'a repository', form: /\brepository$|research online\b|^university of\b/i },
  {
    what: 'a date of the publication: the words alone stand in titles too, of patients who received something',
    form: /^(?:first |e-?)?(?:received|revised|accepted|published)\b|\b(?:received|revised|accepted|published)(?::| (?:online|by|on)\b| [^.]{0,30}\b(?:19|20)\d\d\b)|\baccepted (?:for publication|manuscript)\b|\/ (?:19|20)\d\d \/|^\. (?:19|20)\d\d/i,
  },
  { what: 'a number or pages', form: /^\d[\d,.]*$|^pages? \d|\bpp\. ?\d/i },
  { what: 'a volume', form: /^vol(?:ume|\.)\s*\d|\bvol(?:ume|\.) ?\d{1,4},? (?:issue|no\.) ?\d|\bISSN\b/i },
  { what: 'an id or an address', form: /\bPMC?ID:|doi:|orcid|@/i },
  { what: 'a label over authors', form: /^authors?\b|^correspondence\b/i },
  { what: 'a label over the text', form: /^keywords|^abstract\b/i },
  {
    what: 'a label over the publication',
    form: /^publications?$|^publication (?:dates?|titles?|types?|history|details|info(?:rmation)?|status|stage|model)\b/i,
  },
];

/** Whether a line of the head of a page is chrome of the site, a date, a number, an id or a label. */
export function isChrome(line: string): boolean {
  return chrome.some(({ form }) => form.test(line));
}
