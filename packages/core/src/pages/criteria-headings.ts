import type { Criterion } from '../generated/trial.js';

type Kind = NonNullable<Criterion['kind']>;

const longest = 120;
/** Words that a heading may have before its kind; a sentence on the criteria has others: "meets any exclusion criteria". */
const before =
  "(?:(?!(?:meets?|meeting|met|not|no|none|any|all|both|and|or|of|fulfil|satisf|violat|with|without|who|that|which|if|unless|except|per|see|under)[a-z]*\\b)[\\w'\\u2019/-]+,? ){0,5}";
const kind = '(in|ex)clusion criteri(?:a|on)';
const named = "(?: (?:for|in|of) (?:[\\w'\\u2019/-]+ ){0,6}[\\w'\\u2019/-]+)?(?: ?\\([^()]{1,60}\\)){0,2}";
const leads =
  '(?:,? (?:are|is|were|will be|include[sd]?|including|but|not|limited|to|as|follows?|the|these|following|listed|below|apply|applies|for|this|study|trial)\\b){0,14}';
const withColon = new RegExp(`^${before}${kind}${named}${leads} ?(?:[-\\u2013] ?[\\w' -]{1,40})?:$`, 'i');
/** Without a colon: the kind with a word of its weight or of its people, or with the people behind it. */
const alone = new RegExp(
  `^(?:(?:key|main|major|subject|patient|participant|caregiver|control|general|additional|specific|other) ){0,2}${kind} ?:?(?: ?\\([^()]{1,60}\\)| for (?:the |all |healthy ){0,2}(?:[\\w-]+ )?(?:controls|volunteers|patients|participants|subjects|caregivers|carers|donors|children|adults|parents|partners|infants|mothers|women|men))?$`,
  'i',
);

/** The kind's own word: with a colon, since without one it may be an answer. */
const kindAlone = /^(in|ex)clusions? ?:$/i;

/** The kind of the criteria below, by a heading inside the text that names it: `Inclusion Criteria for controls:`. */
export function innerKind(text: string): Kind | undefined {
  if (text.length > longest) return undefined;
  const match = alone.exec(text) ?? withColon.exec(text) ?? kindAlone.exec(text);
  // A heading that names both says nothing of what stands below.
  if (!match || namesBoth.test(text)) return undefined;
  return match[1]?.toLowerCase() === 'in' ? 'INCLUSION' : 'EXCLUSION';
}

const namesBoth = /\binclusion\b.*\bexclusion\b|\bexclusion\b.*\binclusion\b/i;
