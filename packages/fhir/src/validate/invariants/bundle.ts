import { isObject, type JsonObject, objectsOf, textOf } from '../walk.js';
import type { Invariant } from './index.js';

const entries = (bundle: JsonObject): JsonObject[] => objectsOf(bundle.entry);
const isType = (bundle: JsonObject, ...types: string[]): boolean => types.includes(textOf(bundle.type) ?? '');
const has = (value: JsonObject, key: string): boolean => value[key] !== undefined;
const methodOf = (entry: JsonObject): unknown => (isObject(entry.request) ? entry.request.method : undefined);
const sendsResource = (entry: JsonObject): boolean => ['POST', 'PUT', 'PATCH'].includes(String(methodOf(entry)));
const firstType = (bundle: JsonObject): unknown => {
  const resource = entries(bundle)[0]?.resource;
  return isObject(resource) ? resource.resourceType : undefined;
};

/** The rules of Bundle: `bdl-*`, and what HL7's validator asks of the entries beyond them. */
export const bundleInvariants: Readonly<Record<string, Invariant>> = {
  'bdl-1': {
    message: 'A total belongs in a search set or a history only.',
    holds: (bundle) => !has(bundle, 'total') || isType(bundle, 'searchset', 'history'),
  },
  'bdl-2': {
    message: 'entry.search belongs in a search set only.',
    holds: (bundle) => isType(bundle, 'searchset') || !entries(bundle).some((entry) => has(entry, 'search')),
  },
  'bdl-3': {
    message: 'Every entry of a batch, transaction or history has a request, an entry of another bundle has none.',
    holds: (bundle) => {
      const wanted = isType(bundle, 'batch', 'transaction', 'history');
      return entries(bundle).every((entry) => has(entry, 'request') === wanted);
    },
  },
  'bdl-3a': {
    message:
      'Every entry of a document, message, search set or collection has a resource, and neither request nor response.',
    holds: (bundle) =>
      !isType(bundle, 'document', 'message', 'searchset', 'collection') ||
      entries(bundle).every((entry) => has(entry, 'resource') && !has(entry, 'request') && !has(entry, 'response')),
  },
  'bdl-3b': {
    message: 'Every entry of a history has a request and a response, and a resource where the request sends one.',
    holds: (bundle) =>
      !isType(bundle, 'history') ||
      entries(bundle).every(
        (entry) => has(entry, 'request') && has(entry, 'response') && sendsResource(entry) === has(entry, 'resource'),
      ),
  },
  'bdl-3c': {
    message: 'Every entry of a batch or transaction has a request method, and a resource where the method sends one.',
    holds: (bundle) =>
      !isType(bundle, 'batch', 'transaction') ||
      entries(bundle).every(
        (entry) => methodOf(entry) !== undefined && sendsResource(entry) === has(entry, 'resource'),
      ),
  },
  'bdl-3d': {
    message: 'Every entry of a response bundle has a response.',
    holds: (bundle) =>
      !isType(bundle, 'batch-response', 'transaction-response') ||
      entries(bundle).every((entry) => has(entry, 'response')),
  },
  'bdl-4': {
    message: 'Every entry of a response or a history has a response, an entry of another bundle has none.',
    holds: (bundle) => {
      const wanted = isType(bundle, 'batch-response', 'transaction-response', 'history');
      return entries(bundle).every((entry) => has(entry, 'response') === wanted);
    },
  },
  'bdl-5': {
    message: 'An entry has a resource, a request or a response.',
    holds: (entry) => has(entry, 'resource') || has(entry, 'request') || has(entry, 'response'),
  },
  'bdl-7': {
    message: 'A fullUrl stands once, except with different versions of the resource.',
    holds: (bundle) => {
      if (isType(bundle, 'history')) return true;
      const seen = new Set<string>();
      return entries(bundle).every(({ fullUrl, resource }) => {
        if (typeof fullUrl !== 'string') return true;
        const meta = isObject(resource) && isObject(resource.meta) ? resource.meta : {};
        const key = `${fullUrl} ${textOf(meta.versionId) ?? ''}`;
        return !seen.has(key) && seen.add(key) !== undefined;
      });
    },
  },
  'bdl-8': {
    message: 'A fullUrl names no version (/_history/).',
    holds: ({ fullUrl }) => typeof fullUrl !== 'string' || !fullUrl.includes('/_history/'),
  },
  'bdl-9': {
    message: 'A document has an identifier with a system and a value.',
    holds: (bundle) =>
      !isType(bundle, 'document') ||
      (isObject(bundle.identifier) && has(bundle.identifier, 'system') && has(bundle.identifier, 'value')),
  },
  'bdl-10': {
    message: 'A document has a timestamp.',
    holds: (bundle) => !isType(bundle, 'document') || has(bundle, 'timestamp'),
  },
  'bdl-11': {
    message: 'A document begins with a Composition.',
    holds: (bundle) => !isType(bundle, 'document') || firstType(bundle) === 'Composition',
  },
  'bdl-12': {
    message: 'A message begins with a MessageHeader.',
    holds: (bundle) => !isType(bundle, 'message') || firstType(bundle) === 'MessageHeader',
  },
  'bdl-13': {
    message: 'A subscription notification begins with a SubscriptionStatus.',
    holds: (bundle) => !isType(bundle, 'subscription-notification') || firstType(bundle) === 'SubscriptionStatus',
  },
  'bdl-14': {
    message: 'A history holds no PATCH.',
    holds: (bundle) => !isType(bundle, 'history') || entries(bundle).every((entry) => methodOf(entry) !== 'PATCH'),
  },
  'bdl-15': {
    message: 'Every entry needs a fullUrl, except in transactions, batches and their responses.',
    holds: (bundle) =>
      isType(bundle, 'transaction', 'transaction-response', 'batch', 'batch-response') ||
      entries(bundle).every((entry) => has(entry, 'fullUrl') || methodOf(entry) === 'POST'),
  },
  'bdl-16': {
    message: 'The issues of a bundle are warnings or informations.',
    holds: ({ issues }) =>
      !isObject(issues) ||
      objectsOf(issues.issue).every(({ severity }) => severity === 'information' || severity === 'warning'),
  },
  'bdl-17': {
    message: 'A document has no issues.',
    holds: (bundle) => !isType(bundle, 'document') || !has(bundle, 'issues'),
  },
  'bdl-18': {
    message: 'A search set links to itself.',
    holds: (bundle) =>
      !isType(bundle, 'searchset') ||
      objectsOf(bundle.link).some(({ relation, url }) => relation === 'self' && url !== undefined),
  },
};
