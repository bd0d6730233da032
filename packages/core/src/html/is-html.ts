const start = /^<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** Whether a source is a page saved as HTML, by its beginning. Browsers put comments before it. */
export function isHtml(source: string): boolean {
  const head = source.slice(0, 4000);
  let at = head.search(/[^\s\uFEFF]/);
  while (at >= 0 && head.startsWith('<!--', at)) {
    const end = head.indexOf('-->', at);
    at = end < 0 ? -1 : head.slice(end + 3).search(/\S/) + end + 3;
  }
  return at >= 0 && start.test(head.slice(at));
}
