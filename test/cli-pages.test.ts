import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, root, run } from './cli-command.js';
import { variants } from './pages/variants.js';

const folder = newFolder();
const seed = (name: string): string => readFileSync(join(root, 'seeds', name), 'utf8');
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const html = variants.find(({ name }) => name === 'markup around it')?.change ?? String;

describe('a page saved as HTML', () => {
  const page = written('page.html', html(seed('004_be195e707c4d5161.txt')));

  it.each([[[]], [['--from', 'veeva-page']]])('is read as the text that it shows %j', (from) => {
    const { code, stdout } = run(['convert', page, '--to', 'trial-json', ...from]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'NCT05019287',
      briefTitle: 'Menstrual Blood Stem Cells in Severe Covid-19',
      enrollment: { count: 29 },
    });
  });

  it('says that it was rendered', () => {
    const { issues } = JSON.parse(run(['inspect', page, '--json']).stdout) as { issues: { code: string }[] };
    expect(issues.map(({ code }) => code)).toEqual(['rendered']);
  });
});

describe('a table of values', () => {
  const rows = 'NCT Number,Title,Status,Phases\nNCT01234567,A trial,COMPLETED,PHASE2\nNCT01234568,Another,COMPLETED,\n';

  it.each([
    ['commas', rows],
    ['tabs', rows.replaceAll(',', '\t')],
    ['semicolons', 'id;title\nNCT01234567;A trial\nNCT01234568;Another\n'],
    ['commas', html(rows).replaceAll('</p></div>\n<div><p>', '<br>')],
  ])('is refused as one, parted by %s', (separator, text) => {
    const { code, stdout, stderr } = run(['convert', written('table.txt', text), '--to', 'trial-json']);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain(`This looks like a table of values parted by ${separator}`);
  });

  it.each(['veeva-page', 'medpath-page'])('gives no empty trial where it is called a %s', (from) => {
    const { code, stdout, stderr } = run(['convert', written('table.csv', rows), '--from', from, '--to', 'trial-json']);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain('none of the labels of a page');
    expect(stderr).toContain('It looks like a table of values parted by commas.');
  });
});

describe('a set of PubMed', () => {
  const article = (pmid: number, id: string): string =>
    `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><ArticleTitle>Tea for thirst: a randomized trial.</ArticleTitle><Abstract><AbstractText>We randomized 40 adults (${id}).</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>`;
  const set = `<?xml version="1.0"?>\n<PubmedArticleSet>\n${article(1, 'NCT00000001')}\n${article(2, 'NCT00000002')}\n`;

  it('is read article by article', () => {
    const file = written('set.xml', `${set}</PubmedArticleSet>\n`);
    const { code, stdout, stderr } = run(['convert', file, '--to', 'trial-json']);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect({ code, ids }).toEqual({ code: 0, ids: ['NCT00000001', 'NCT00000002'] });
    expect(stderr).toContain('2 records, 2 trials');
  });

  it('that breaks off gives what came before, and says so', () => {
    const { code, stdout, stderr } = run(['convert', written('cut.xml', set), '--to', 'trial-json']);
    expect({ code, lines: stdout.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(stderr).toContain('The source ends inside <PubmedArticleSet>');
  });
});

describe('what a source is', () => {
  it('makes sense beside the number of its trials', () => {
    expect(run(['inspect', 'seeds/003_55f7d1e5fd12cbec.txt']).stdout).toContain('publication that reports a trial (');
    expect(run(['inspect', 'seeds/002_d4399accb086885d.txt']).stdout).toContain('text that is no record of a trial (');
    expect(run(['convert', 'seeds/002_d4399accb086885d.txt', '--to', 'trial-json']).stderr).toContain(
      'One record holds no trial, so there is nothing to write',
    );
  });
});
