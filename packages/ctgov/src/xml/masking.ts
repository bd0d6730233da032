import type { Coded, MaskedRoleCode, MaskingCode } from '@trialbridge/core';
import { maskedRole, masking as maskingLevel } from '../codes/design.codes.js';
import type { XmlOutput } from './output.js';

export interface Masking {
  masking?: Coded<MaskingCode>;
  roles?: Coded<MaskedRoleCode>[];
}

/** Reads level and roles out of one text: `Double (Participant, Investigator)`. */
export function readMasking(text: string): Masking {
  const bracket = text.endsWith(')') ? text.indexOf(' (') : -1;
  const whole = maskingLevel.xml.read(text);
  if (bracket < 0 || whole.code !== undefined) return { masking: whole };
  const level = maskingLevel.xml.read(text.slice(0, bracket));
  const roles = text.slice(bracket + 2, -1).split(', ');
  // Empty roles would not come back as they were.
  if (roles.some((role) => role.trim() === '')) return { masking: { verbatim: text } };
  return { masking: level, roles: roles.map((role): Coded<MaskedRoleCode> => maskedRole.xml.read(role)) };
}

/** Writes level and roles; roles alone have no wording. */
export function maskingWording(output: XmlOutput, masking: Masking): string | undefined {
  const level = masking.masking && output.wording(masking.masking, maskingLevel.xml);
  if (level === undefined || !masking.roles) return level;
  return `${level} (${masking.roles.map((role) => output.wording(role, maskedRole.xml)).join(', ')})`;
}
