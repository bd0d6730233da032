import { markupPaths, type Trial } from '@trialbridge/core';
import { toPlainText } from '../markup.js';
import type { XmlDraft } from './draft.js';
import { hasForbiddenCharacter } from './escape.js';

/** The paths of texts with markup as a tree of their steps, so that a walk leaves alone what leads to none. */
interface MarkupNode {
  isMarkup: boolean;
  readonly children: Map<string, MarkupNode>;
}

const markupTree: MarkupNode = { isMarkup: false, children: new Map() };
for (const path of markupPaths) {
  let node = markupTree;
  for (const step of path.slice(1).split('/')) {
    const child: MarkupNode = node.children.get(step) ?? { isMarkup: false, children: new Map() };
    node.children.set(step, child);
    node = child;
  }
  node.isMarkup = true;
}

/** What the writer saw of texts that are not written as they are. */
export interface SeenTexts {
  readonly markup: boolean;
  /** Objects of a code and the source's wording, of which only the code is written. */
  readonly wordings: ReadonlySet<object>;
  readonly forbidden: boolean;
}

/**
 * Reports what happened to texts everywhere in a trial. Looks through the trial again, so it is called only when the
 * writer saw such a text, and goes only where one may be.
 */
export function reportTexts(draft: XmlDraft, trial: Trial, seen: SeenTexts): void {
  const isEverywhere = seen.forbidden || seen.wordings.size > 0;
  const steps: (string | number)[] = [];
  for (const key in trial) {
    if (key !== 'evidence' && key !== 'unmapped') descend(key, trial[key as keyof Trial], markupTree.children.get(key));
  }

  function descend(step: string | number, value: unknown, node: MarkupNode | undefined): void {
    if (!node && !isEverywhere) return;
    steps.push(step);
    visit(value, node);
    steps.pop();
  }

  function visit(value: unknown, node: MarkupNode | undefined): void {
    if (typeof value === 'string') {
      if (seen.markup && node?.isMarkup && toPlainText(value) !== value) report('markup-to-plain');
      else if (seen.forbidden && hasForbiddenCharacter(value)) report('forbidden-character');
    } else if (Array.isArray(value)) {
      const items = node?.children.get('*');
      for (let index = 0; index < value.length; index += 1) descend(index, value[index], items);
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) descend(key, value[key as keyof typeof value], node?.children.get(key));
      const pointer = seen.wordings.has(value) ? pointerOf(steps) : undefined;
      if (pointer !== undefined && !isLeftOut(draft, pointer)) draft.dropped(`${pointer}/verbatim`, 'code-says-it');
    }
  }

  function report(rule: 'markup-to-plain' | 'forbidden-character'): void {
    const pointer = pointerOf(steps);
    if (!isLeftOut(draft, pointer)) draft.changed(pointer, rule);
  }
}

function pointerOf(steps: readonly (string | number)[]): string {
  return `/${steps.join('/')}`;
}

/** Whether a value, or something that holds it, was not written at all: that is reported elsewhere. */
function isLeftOut(draft: XmlDraft, pointer: string): boolean {
  if (draft.leftOut.size === 0) return false;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (draft.leftOut.has(pointer.slice(0, end))) return true;
  }
  return false;
}
