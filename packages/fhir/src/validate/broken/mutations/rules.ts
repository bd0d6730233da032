import type { Mutation } from '../mutation.js';

/** Narrative, and rules of single types. */
export const rulesMutations: readonly Mutation[] = [
  {
    name: 'narrative with a script',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>'),
  },
  {
    name: 'narrative that is not well-formed',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</div>'),
  },
  {
    name: 'narrative without a namespace',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div><p>x</p></div>'),
  },
  {
    name: 'narrative with an event handler',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">x</p></div>'),
  },
  {
    name: 'narrative with nothing to read',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"> </div>'),
  },
  {
    name: 'organization without name or identifier',
    rule: 'org-1',
    change: ({ organization }) => delete organization.name,
  },
  {
    name: 'members of a group that is not actual',
    only: 'r4',
    rule: 'grp-1',
    change: ({ group, entry }) => (group.member = [{ entity: { reference: entry('Practitioner').fullUrl } }]),
  },
  {
    name: 'contact point without system',
    rule: 'cpt-2',
    change: ({ practitioner }) => (practitioner.telecom = [{ value: '+47' }]),
  },
  {
    name: 'attachment data without its type',
    rule: 'att-1',
    change: ({ document }) => (document.content[0].attachment = { data: 'eA==' }),
  },
  {
    name: 'data that is not base64',
    rule: 'bad-value',
    change: ({ document }) => (document.content[0].attachment = { contentType: 'text/plain', data: 'not base64!' }),
  },
  {
    name: 'characteristic defined twice',
    only: 'r5',
    rule: 'evv-1',
    change: ({ variable, entry }) =>
      (variable.characteristic[0].definitionReference = { reference: entry('Group').fullUrl }),
  },
];
