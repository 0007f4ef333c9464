import { botAvatar, h } from './dom.js';
import { line } from './items.js';
import { day, sameDay } from './time.js';
import { t } from './wording.js';

const NEAR = 90;
const TOGETHER = 3 * 60_000;
const PATIENCE = 45_000;

/** The scrolling talk of one pane: draws items, changes in place what changed, stays at the end. */
export class Log {
  #shown = new Map();
  #first = true;
  #pinned = true;
  #size = '';

  constructor() {
    this.element = h('div', { class: 'log', role: 'log', 'aria-live': 'off', tabIndex: 0 });
    this.newer = h(
      'button',
      { type: 'button', class: 'newer', hidden: true, onclick: () => this.toEnd() },
      '',
    );
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // Neither a picture that arrives late nor a keyboard that opens may push the last words out of sight.
    this.element.addEventListener('load', () => this.#pinned && this.toEnd(), true);
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  clear() {
    this.#shown.clear();
    this.#first = true;
    this.#pinned = true;
    this.element.replaceChildren();
    this.element.setAttribute('aria-live', 'off');
    this.newer.hidden = true;
  }

  /** @param scene person, look, act, retry, own (ids that need no entrance) */
  draw(items, scene) {
    const before = this.#shown;
    const parts = partsOf(items, scene);
    this.#shown = new Map(parts.map((part) => [part.key, this.#node(part, before.get(part.key), scene)]));
    this.#place([...this.#shown.values()].map(({ node }) => node));
    const added = parts.filter((part) => part.item && !before.has(part.key));
    if (this.#pinned || added.some(({ item }) => item.from === 'me')) this.toEnd();
    else if (added.length > 0) this.#offerEnd();
    this.#settle(parts.length > 0);
  }

  toEnd() {
    this.#pinned = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.newer.hidden = true;
  }

  #resized() {
    this.#size = sizeOf(this.element);
    if (this.#pinned) this.toEnd();
  }

  #scrolled() {
    // A new width wraps words anew and scrolls by itself; only a person's own scrolling counts.
    if (sizeOf(this.element) !== this.#size) return;
    this.#pinned = this.#atEnd();
    if (this.#pinned) this.newer.hidden = true;
  }

  #offerEnd() {
    this.newer.textContent = t('log.newer');
    this.newer.hidden = false;
  }

  // The past is not read out; only what comes from now on.
  #settle(any) {
    if (!this.#first || !any) return;
    this.#first = false;
    requestAnimationFrame(() => this.element.setAttribute('aria-live', 'polite'));
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #node(part, known, scene) {
    if (known?.signature === part.signature) return known;
    const node = part.make();
    if (known) keepPlace(known.node, node, part);
    else if (!this.#first && part.item && !scene.own(part.item.id)) node.classList.add('fresh');
    known?.node.replaceWith(node);
    return { node, signature: part.signature };
  }

  #place(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.element.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach(
      (node, i) =>
        this.element.children[i] !== node &&
        this.element.insertBefore(node, this.element.children[i] ?? null),
    );
  }
}

const sizeOf = (element) => `${element.clientWidth} ${element.clientHeight}`;

// A changed card keeps the keyboard where it was and shows that it changed.
function keepPlace(old, fresh, { item }) {
  const card = fresh.querySelector('.card');
  if (item?.version > Number(old.dataset.version)) card?.classList.add('changed');
  if (!old.contains(document.activeElement)) return;
  const action = document.activeElement.dataset.action;
  const same =
    action &&
    [...fresh.querySelectorAll('button')].find(
      (button) => button.dataset.action === action && !button.closest('[hidden]'),
    );
  requestAnimationFrame(() => (same ?? card)?.focus({ preventScroll: true }));
}

function partsOf(all, scene) {
  const items = all.filter((item) => item.kind !== 'tap' || scene.look === 'dingtalk');
  if (items.length === 0)
    return [{ key: 'empty', signature: scene.person.id + scene.role, make: () => empty(scene) }];
  const parts = [];
  items.forEach((item, i) => {
    const [before, after] = [items[i - 1], items[i + 1]];
    if (!before || !sameDay(before.at, item.at)) parts.push(dayPart(item.at));
    const drawn = { ...scene, follows: together(before, item), last: !together(item, after) };
    const signature = JSON.stringify([item, drawn.follows, drawn.last, scene.look]);
    parts.push({ key: item.id, item, signature, make: () => tagged(line(item, drawn), item) });
  });
  if (thinking(items.at(-1))) parts.push({ key: 'typing', signature: '', make: typing });
  return parts;
}

function tagged(node, item) {
  node.dataset.version = item.version;
  return node;
}

const together = (a, b) =>
  Boolean(a && b && a.from === b.from && sameDay(a.at, b.at) && new Date(b.at) - new Date(a.at) < TOGETHER);

const dayPart = (at) => ({
  key: `day ${new Date(at).toDateString()}`,
  signature: day(at),
  make: () => h('p', { class: 'day' }, day(at)),
});

// What was worked on is "sent": a correction changes its card above and is not answered below.
const thinking = (item) =>
  item.from === 'me' &&
  item.kind !== 'tap' &&
  item.state !== 'sent' &&
  item.state !== 'failed' &&
  item.state !== 'refused' &&
  // Worked on: the answer may be a card that changed in place, and no new bubble.
  item.state !== 'sent' &&
  Date.now() - new Date(item.at) < PATIENCE;

const typing = () =>
  h(
    'div',
    { class: 'item bot-item' },
    botAvatar(),
    h(
      'div',
      { class: 'item-body' },
      h(
        'div',
        { class: 'bubble typing', role: 'img', 'aria-label': t('log.typing') },
        h('i'),
        h('i'),
        h('i'),
      ),
    ),
  );

const empty = ({ role }) =>
  h(
    'div',
    { class: 'empty' },
    h('img', { src: '/icons/kouxin.svg', alt: '' }),
    h('p', {}, t(`empty.${role}`)),
  );
