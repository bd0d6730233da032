import type { TrialDate } from '@trialbridge/core';
import { dateType } from '../../codes/status.codes.js';
import { coded, date, dateText, type Kind } from '../kinds.js';
import { type Field, field, object, shape, special } from '../shape.js';

/** A date with its kind. */
export const dateStruct: Kind<TrialDate> = object(
  shape<TrialDate>(
    special(
      'date',
      date.schema,
      (value, source, holder, target) => {
        const found = date.read(value, source, holder, 'date');
        if (found) Object.assign(target, found);
      },
      dateText,
    ),
    field('type', 'type', coded(dateType.json)),
  ),
);

/** What the registry's system puts where it has no date. */
const noDate = '1969-12-31';

/** A field where a sentinel may stand, by default that of dates. It is kept, and `pointer` is absent for that reason. */
export function orNone<Model>(inner: Field<Model>, pointer: string, sentinel = noDate): Field<Model> {
  return {
    ...inner,
    read(value, source, holder, target) {
      const stated = typeof value === 'object' && value !== null ? (value as { date?: unknown }).date : value;
      if (stated !== sentinel) inner.read(value, source, holder, target);
      else source.placeholder(holder, inner.key, pointer, sentinel);
    },
  };
}
