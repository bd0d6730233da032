import { describe, expect, it } from 'vitest';
import { isChrome } from './head-chrome.js';

describe('a line of the head of a page that is no title', () => {
  it.each([
    'Received 12 May 2019; revised 3 June 2019; accepted 4 July 2019',
    'Article history: Received: May 2019',
    'The manuscript was received in spring, accepted in summer',
    'Accepted for publication',
    'First published: 04 July 2019',
    'This version was published online before print',
    'This is the peer reviewed version of the following article, which has been published in final form at https://doi.org/10.1002/abc.123',
    'This is a post-peer-review, pre-copyedit version of an article published in Trials.',
    'This article is a preprint and has not been peer-reviewed or published',
    'Publisher\u2019s note: the journal remains neutral with regard to claims in published maps',
    'Published by Elsevier Ltd.',
    'Skip to main content',
    'Use the link to the final version of this article',
    'We use cookies to improve your experience',
    'University of Nowhere research repository',
    'Volume 12',
    'Volume XII, Number 3, Spring',
    'Publication date',
    'Publication of this article was funded by the Tea Board',
    'Open Access Original Article',
    'Open Access funding enabled and organized by Projekt DEAL.',
    'Journal logo',
    'https://orcid.org/0000-0001-0000-0000',
    'Abstracts of the annual meeting of the Tea Society',
  ])('is chrome: %s', (line) => expect(isChrome(line)).toBe(true));

  it.each([
    'Quality of life of patients who received tea after surgery: a randomised trial',
    'Vaccination of adults who had received BCG between 1990 and 2000',
    'Safety of a widely accepted dose of tea in children',
    'Comparison of tea with published results of coffee',
    'Publication bias in trials of tea',
    'Volume replacement with tea in sepsis: a randomised trial',
    'Survival of women that received tea: a randomised trial',
    'Individual data from unpublished trials of tea',
    'Volume-targeted ventilation of infants: a randomised trial',
    'Linking patients with HIV to care: a cluster-randomised trial',
  ])('may be a title: %s', (line) => expect(isChrome(line)).toBe(false));
});
