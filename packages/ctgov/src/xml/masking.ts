import type { Coded, MaskedRoleCode, MaskingCode } from '@trialbridge/core';
import { maskedRole, masking as maskingLevel } from '../codes/design.codes.js';
import type { XmlOutput } from './output.js';

export interface Masking {
  masking?: Coded<MaskingCode>;
  roles?: Coded<MaskedRoleCode>[];
}

/** Reads level and roles out of one text: `Double (Participant, Investigator)`, `None (Open Label)`. */
export function readMasking(text: string): Masking {
  const whole = maskingLevel.xml.read(text);
  if (whole.code !== undefined || !text.endsWith(')')) return { masking: whole };
  const bracket = roleBracket(text);
  if (bracket < 0) return { masking: whole };
  const roles = text.slice(bracket + 2, -1).split(', ');
  // Empty roles would not come back as they were.
  if (roles.some((role) => role.trim() === '')) return { masking: whole };
  return {
    masking: maskingLevel.xml.read(text.slice(0, bracket)),
    roles: roles.map((role): Coded<MaskedRoleCode> => maskedRole.xml.read(role)),
  };
}

/** The wordings in a masking that are no level and no role that we know. */
export function unknownMasking({ masking, roles = [] }: Masking): string[] {
  const unknown = [masking, ...roles].filter((one) => one !== undefined && one.code === undefined);
  return unknown.map((one) => one?.verbatim ?? '');
}

/** Where the roles begin: behind the level, of which one holds a bracket itself. */
function roleBracket(text: string): number {
  const first = text.indexOf(' (');
  const second = text.indexOf(' (', first + 1);
  const isLevel = second > 0 && maskingLevel.xml.read(text.slice(0, second)).code !== undefined;
  return isLevel ? second : first;
}

/** Writes level and roles; roles alone have no wording. */
export function maskingWording(output: XmlOutput, masking: Masking): string | undefined {
  const level = masking.masking && output.wording(masking.masking, maskingLevel.xml);
  if (level === undefined || !masking.roles) return level;
  return `${level} (${masking.roles.map((role) => output.wording(role, maskedRole.xml)).join(', ')})`;
}
