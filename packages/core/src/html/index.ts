export { htmlToText } from './html-to-text.js';
export { isHtml } from './is-html.js';
