import { TrialError } from '@trialbridge/core';
import { createSeenIds } from './seen-ids.js';

/** A resource as a line of NDJSON, without its line end. */
export interface BulkLine {
  /** Its type, which names the file it belongs into. */
  readonly type: string;
  readonly line: string;
  /** Set on resources that several studies share: equal ids have equal lines. */
  readonly sharedId?: string;
}

/** What a bundle has to have: the Bundle types of R4, R5 and R6 all do. */
export interface BundleLike {
  readonly entry?: readonly { readonly resource?: { readonly resourceType: string; readonly id?: string } }[];
}

export interface BulkLayoutOptions {
  /**
   * How many shared resources are remembered, at 16 to 64 bytes each. Default 1,048,576, which is more organisations than
   * all registries name. Beyond it one may be written again: the same line, so a server that loads it changes nothing.
   */
  readonly sharedLimit?: number;
}

export interface ManifestOptions {
  /** When the export was made, as an instant. Never taken from a clock here; FHIR demands it. */
  readonly transactionTime?: string;
  /** The request that the manifest answers, as a URL. */
  readonly request?: string;
  /** The address of the file of a type. Default: its name, `ResearchStudy.ndjson`. */
  readonly url?: (type: string) => string;
  readonly requiresAccessToken?: boolean;
}

/** The response to an export as FHIR Bulk Data describes it. */
export interface BulkManifest {
  transactionTime?: string;
  request?: string;
  requiresAccessToken: boolean;
  output: { type: string; url: string; count: number }[];
  error: never[];
}

/** Sorts the resources of bundles into one file per type, each shared resource once. */
export interface BulkLayout {
  /** The lines to append, in order. Takes a bundle, or what `toBulkLines` made of it in another thread. */
  add(bundle: BundleLike | readonly BulkLine[]): BulkLine[];
  /** What was added so far: one output for each type. */
  manifest(options?: ManifestOptions): BulkManifest;
}

export const bulkFileName = (type: string): string => `${type}.ndjson`;

/**
 * The resources of one bundle as lines. Pure, for use in a worker.
 * @throws TrialError `option-unknown` for bundles whose resources refer to each other by `urn:uuid`, which means nothing
 * outside of the bundle: write them with `references: 'relative'`.
 */
export function toBulkLines(bundle: BundleLike): BulkLine[] {
  const lines: BulkLine[] = [];
  for (const { resource } of bundle.entry ?? []) {
    if (!resource) continue;
    const line = JSON.stringify(resource);
    const type = resource.resourceType;
    if (line.includes('"reference":"urn:uuid:')) {
      throw new TrialError(
        'option-unknown',
        `${type}/${resource.id} refers to others by urn:uuid, which only works inside its bundle. Make the writer with references: 'relative'.`,
      );
    }
    if (type === 'Organization' && resource.id !== undefined) lines.push({ type, line, sharedId: resource.id });
    else lines.push({ type, line });
  }
  return lines;
}

/** Memory does not grow with the number of studies: counts per type, and a bounded table of shared ids. */
export function createBulkLayout({ sharedLimit = 2 ** 20 }: BulkLayoutOptions = {}): BulkLayout {
  const seen = createSeenIds(sharedLimit);
  const counts = new Map<string, number>();
  return {
    add(bundle) {
      const lines = isLines(bundle) ? bundle : toBulkLines(bundle);
      const fresh = lines.filter(({ sharedId }) => sharedId === undefined || seen.add(sharedId));
      for (const { type } of fresh) counts.set(type, (counts.get(type) ?? 0) + 1);
      return fresh;
    },
    manifest({ transactionTime, request, url = bulkFileName, requiresAccessToken = false } = {}) {
      return {
        ...(transactionTime !== undefined && { transactionTime }),
        ...(request !== undefined && { request }),
        requiresAccessToken,
        output: [...counts].sort(byType).map(([type, count]) => ({ type, url: url(type), count })),
        error: [],
      };
    },
  };
}

function byType([left]: [string, number], [right]: [string, number]): number {
  return left < right ? -1 : 1;
}

function isLines(bundle: BundleLike | readonly BulkLine[]): bundle is readonly BulkLine[] {
  return Array.isArray(bundle);
}
