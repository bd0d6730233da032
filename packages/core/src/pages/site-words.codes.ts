import { fold } from '../codes.js';

/** Words of a site's navigation and its actions, folded: lines above a title, or beside it, that are no data. */
const navigation: ReadonlySet<string> = new Set(
  [
    'About', 'About us', 'Back', 'Back to search', 'Back to results', 'Blog', 'Bookmark', 'Clinical Trials', 'Close', 'Contact', 'Contact us',
    'Copy link', 'Download', 'Drugs', 'FAQ', 'FAQs', 'Find a trial', 'Find trials', 'Follow', 'Help', 'Home', 'Log in', 'Login', 'Log out',
    'Main menu', 'Menu', 'News', 'Open menu', 'Pricing', 'Print', 'Register', 'Resources', 'Save', 'Search', 'Search trials', 'Share', 'Sign in',
    'Sign out', 'Sign up', 'Skip to content', 'Skip to main content', 'Subscribe', 'Toggle menu', 'Toggle navigation', 'Trials',
  ].map(fold),
); // biome-ignore format: a list

/** Words of buttons that open or close what a page shows in part, and of its waiting, folded. */
const buttons: ReadonlySet<string> = new Set(
  [
    'Load More', 'Loading', 'Read Less', 'Read More', 'See All', 'See Less', 'See More', 'Show All', 'Show Less', 'Show More', 'View All',
    'View Less', 'View More',
  ].map(fold),
); // biome-ignore format: a list

const longest = 24;

/** Whether a whole line is a word of a site's navigation: "Home", "Log in". */
export function isNavigation(text: string): boolean {
  return text.length <= longest && navigation.has(fold(text));
}

/** Whether a whole line is a button among the values of a page, and so none of them: "View All", "Read more...". */
export function isButton(text: string): boolean {
  return text.length <= longest && buttons.has(fold(text.replace(/(?:\.{3}|\u2026)$/, '')));
}
