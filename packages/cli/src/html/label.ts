import { itemNames, naming, ownLabels, type Section, sectionOf, silentParents, unnumbered } from './labels.codes.js';

/** A JSON Pointer of a trial in the words of the field: `/arms/0/interventionNames/1` is `Arm 1 · intervention 2`. */
export function labelOf(pointer: string): string {
  const steps = stepsOf(pointer);
  const own = ownLabels[`/${steps.map((step) => (isPosition(step) ? '*' : step)).join('/')}`];
  if (own !== undefined) return own;
  const words: string[] = [];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (isPosition(step)) continue;
    if (next !== undefined && isPosition(next)) words.push(itemName(step, next));
    else if (index > 0 || next === undefined || !silentParents.has(step)) words.push(wordsOf(step));
  }
  const distinct = words.filter((word, index) => index === 0 || (!naming.has(word) && word !== words[index - 1]));
  return capitalize(distinct.join(' · '));
}

function itemName(list: string, position: string): string {
  const name = itemNames[list] ?? wordsOf(list);
  return unnumbered.has(list) ? name : `${name} ${Number(position) + 1}`;
}

/** What a label speaks of: `Arm 1` of `Arm 1 · type`. */
export function thingOf(label: string): string {
  return label.split(' · ', 1)[0] ?? label;
}

/** Whether a label speaks of a part of a thing. */
export function isPart(label: string): boolean {
  return label.includes(' · ');
}

export function sectionOfPointer(pointer: string): Section {
  const [first = ''] = stepsOf(pointer);
  return first in sectionOf ? sectionOf[first as keyof typeof sectionOf] : 'Source';
}

export function stepsOf(pointer: string): string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `minimumAge` as `minimum age`. */
export function wordsOf(step: string): string {
  return step.replace(/([a-z0-9])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);
}

function isPosition(step: string): boolean {
  return /^\d+$/.test(step);
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
