import { describe, expect, it } from 'vitest';
import { isChrome } from './head-chrome.js';

describe('a line of the head of a page that is no title', () => {
  it.each([
    'Received 12 May 2019; revised 3 June 2019; accepted 4 July 2019',
    'Article history: Received: May 2019',
    'Accepted for publication',
    'First published: 04 July 2019',
    'This version was published online before print',
    'Published by Elsevier Ltd.',
    'Skip to main content',
    'We use cookies to improve your experience',
    'University of Nowhere research repository',
    'Volume 12',
    'Publication date',
    'Open Access Original Article',
    'Journal logo',
    'https://orcid.org/0000-0001-0000-0000',
  ])('is chrome: %s', (line) => expect(isChrome(line)).toBe(true));

  it.each([
    'Quality of life of patients who received tea after surgery: a randomised trial',
    'Safety of a widely accepted dose of tea in children',
    'Publication bias in trials of tea',
    'Volume-targeted ventilation of infants: a randomised trial',
    'Comparison of tea with the published results of coffee',
    'Linking patients with HIV to care: a cluster-randomised trial',
  ])('may be a title: %s', (line) => expect(isChrome(line)).toBe(false));
});
