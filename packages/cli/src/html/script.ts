/**
 * Links the two sides of the page: pointing at one shows the other, a click goes there, the same click again goes to
 * the next value of the same stretch; arrows walk along a side, Escape lets go. The page works without it, by its links.
 */
export const pageScript = `
(() => {
  const page = document;
  const byFact = new Map();
  const marks = [...page.querySelectorAll('a.m')];
  for (const mark of marks) for (const id of mark.dataset.f.split(' ')) {
    if (!byFact.has(id)) byFact.set(id, []);
    byFact.get(id).push(mark);
  }
  const rows = [...page.querySelectorAll('.fact')];
  const now = page.querySelector('.now');
  const wire = page.querySelector('.wire');
  const path = wire.firstElementChild;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)');
  const isWide = matchMedia('(min-width: 900px)');
  let chosen, hovered;

  const idOf = (row) => row && row.id.slice(1);
  const rowOf = (id) => page.getElementById('f' + id);

  function paint(name, id) {
    for (const old of page.querySelectorAll('.' + name)) old.classList.remove(name);
    if (id === undefined) return;
    rowOf(id)?.classList.add(name);
    for (const mark of byFact.get(id) ?? []) mark.classList.add(name);
  }

  function boxOf(element, pane) {
    const box = [...element.getClientRects()].find(({ width }) => width > 0);
    if (!box) return;
    const frame = pane.getBoundingClientRect();
    const middle = box.top + Math.min(box.height, 40) / 2;
    return middle < frame.top || middle > frame.bottom ? undefined : { left: box.left, right: box.right, bottom: box.bottom - 1, middle };
  }

  function drawWire() {
    const id = hovered ?? chosen;
    const row = id === undefined ? undefined : rowOf(id);
    const source = page.getElementById('source');
    let from;
    for (const mark of byFact.get(id) ?? []) if ((from = boxOf(mark, source))) break;
    const to = row && boxOf(row, page.getElementById('values'));
    if (!isWide.matches || !from || !to) return path.removeAttribute('d');
    const edge = source.getBoundingClientRect().right - 20;
    const start = Math.min(from.right, edge);
    const half = (edge + to.left) / 2;
    path.setAttribute('d', 'M' + start + ' ' + from.bottom + 'H' + edge + 'C' + half + ' ' + from.bottom + ' ' +
      half + ' ' + to.middle + ' ' + to.left + ' ' + to.middle);
    wire.setAttribute('class', 'wire ' + row.classList[1]);
  }

  let frame = 0;
  const redraw = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(drawWire);
  };

  function show(element, block) {
    element?.scrollIntoView({ block, behavior: isCalm.matches ? 'auto' : 'smooth' });
  }

  function choose(id, target) {
    chosen = id;
    paint('on', id);
    const row = id === undefined ? undefined : rowOf(id);
    now.hidden = !row;
    if (row) {
      const words = (part) => [...row.querySelectorAll(part)].map((element) => element.textContent.trim()).join(', ');
      now.firstElementChild.textContent = words('.label') + ': ' + words('.words, .detail, .none') + ' (' + words('.how b') + ')';
      const other = target === 'row' ? row : (byFact.get(id) ?? [])[0];
      now.lastElementChild.hidden = !other;
      now.lastElementChild.textContent = target === 'row' ? 'Show in the list' : 'Show in the text';
      now.lastElementChild.href = target === 'row' ? '#f' + id : '#s' + id;
    }
    now.className = 'now ' + (row ? row.classList[1] : '');
    if (target === 'row' && row && isWide.matches) show(row, 'nearest');
    if (target === 'mark') show((byFact.get(id) ?? [])[0], 'center');
    redraw();
  }

  page.addEventListener('click', (event) => {
    const key = event.target.closest('button.key');
    if (key) {
      const isShown = key.getAttribute('aria-pressed') !== 'true';
      key.setAttribute('aria-pressed', String(isShown));
      page.body.classList.toggle('no-' + key.dataset.kind, !isShown);
      return redraw();
    }
    if (event.target.closest('.strip')) {
      const box = event.target.closest('.strip').getBoundingClientRect();
      const source = page.getElementById('source');
      const share = (event.clientX - box.left) / box.width;
      const lines = source.querySelectorAll('.line');
      let left = share * [...lines].reduce((sum, line) => sum + line.textContent.length + 1, 0);
      for (const line of lines) if ((left -= line.textContent.length + 1) <= 0) return show(line, 'center');
      return;
    }
    if (String(getSelection()) !== '') return;
    const mark = event.target.closest('a.m');
    if (mark) {
      event.preventDefault();
      const ids = mark.dataset.f.split(' ').filter((id) => !page.body.classList.contains('no-' + rowOf(id)?.classList[1]));
      if (ids.length === 0) return;
      mark.focus({ preventScroll: true });
      return choose(ids[(ids.indexOf(chosen) + 1) % ids.length], 'row');
    }
    const row = event.target.closest('.fact');
    if (row) {
      event.preventDefault();
      row.querySelector('a.go')?.focus({ preventScroll: true });
      choose(idOf(row), 'mark');
    }
  });

  page.addEventListener('pointerover', (event) => {
    const mark = event.target.closest?.('a.m');
    const ids = mark ? mark.dataset.f.split(' ') : [];
    const id = mark ? (ids.includes(chosen) ? chosen : ids[0]) : idOf(event.target.closest?.('.fact'));
    if (id === hovered) return;
    hovered = id;
    paint('near', id);
    redraw();
  });

  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return choose(undefined);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = page.activeElement;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isMark = at?.matches('a.m');
    if (!isMark && !at?.matches('a.go')) return;
    const list = isMark ? marks.filter((mark) => mark.tabIndex === 0) : rows.map((row) => row.querySelector('a.go')).filter(Boolean);
    const next = list[list.indexOf(at) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (isMark) choose(next.dataset.f.split(' ')[0], 'row');
    else choose(idOf(next.closest('.fact')), 'mark');
  });

  page.addEventListener('scroll', redraw, true);
  addEventListener('resize', redraw);
  const asked = /^#[fs](\\d+)$/.exec(location.hash);
  if (asked) choose(asked[1], 'row');
})();
`;
