/**
 * Runs in the page: the words whose contrast with what lies behind them is below `least`, as WCAG 2.2 counts it
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). A string, because tests are not compiled for browsers.
 */
export const lowContrast = (least: number): string => `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(parse(getComputedStyle(at).backgroundColor));
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, svg') || !element.getClientRects().length) continue;
    const back = behind(element);
    const fore = over(parse(getComputedStyle(element).color), back);
    const [high, low] = [light(fore), light(back)].sort((one, other) => other - one);
    const ratio = (high + 0.05) / (low + 0.05);
    const name = element.className + ' in ' + element.parentElement.className;
    if (ratio < ${least}) found.set(name, name + ' ' + ratio.toFixed(2) + ': ' + node.data.trim().slice(0, 40));
  }
  return [...found.values()];
})()`;
