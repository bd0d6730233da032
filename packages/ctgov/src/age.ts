import type { Age } from '@trialbridge/core';

type Unit = NonNullable<Age['unit']>;

/** How both formats spell an age. */
export const ageForm = /^(\d{1,6}) (Year|Month|Week|Day|Hour|Minute)(s?)$/;

/** Reads an age as both formats write it: `18 Years`, `1 Year`. Any other spelling is kept as it is. */
export function readAge(text: string): Age {
  const match = ageForm.exec(text);
  if (!match) return { verbatim: text };
  const value = Number(match[1]);
  const age: Age = { value, unit: `${match[2]?.toUpperCase()}S` as Unit };
  return ageWording(age) === text ? age : { ...age, verbatim: text };
}

/** Writes an age: `18 Years`, `1 Year`; `undefined` where the number or the unit is missing. */
export function ageWording(age: Age): string | undefined {
  if (age.value === undefined || age.unit === undefined) return undefined;
  const unit = age.unit.charAt(0) + age.unit.slice(1).toLowerCase();
  return `${age.value} ${age.value === 1 ? unit.slice(0, -1) : unit}`;
}
