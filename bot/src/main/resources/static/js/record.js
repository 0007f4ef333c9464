import { h, icon } from './dom.js';
import { Feed } from './feed.js';
import { tagged } from './tags.js';
import { clock, day, due } from './time.js';
import { t } from './wording.js';

const WIDE = matchMedia('(min-width: 1000px)');

/** The drawer that shows what was written down about a rep's talk. */
export class Record {
  constructor(opener) {
    this.opener = opener;
    this.box = document.getElementById('record');
    this.feed = new Feed({
      every: 2_000,
      changed: ({ items }) => this.#show(items),
      state: (error) => error && this.#sorry(),
    });
    opener.addEventListener('click', () => (this.box.open ? this.close() : this.open()));
    this.box.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && (event.preventDefault(), this.close()),
    );
    this.box.addEventListener('close', () => this.#closed());
    this.box.addEventListener('click', (event) => event.target === this.box && this.close());
  }

  /** Whose record it shows. */
  of(person) {
    this.person = person;
    this.#label();
    if (this.box.open) this.#follow();
  }

  open() {
    // Beside the chat where there is room, so that one can watch it fill; above it on a phone.
    if (WIDE.matches) this.box.show();
    else this.box.showModal();
    this.opener.setAttribute('aria-expanded', 'true');
    this.#follow();
    this.box.querySelector('button').focus();
  }

  close() {
    this.box.close();
  }

  #closed() {
    this.feed.stop();
    this.opener.setAttribute('aria-expanded', 'false');
    this.opener.focus();
  }

  #label() {
    this.opener.replaceChildren(icon('book'), h('span', {}, t('record.open')));
    this.opener.setAttribute('aria-label', t('record.open'));
  }

  #follow() {
    const close = h(
      'button',
      { type: 'button', class: 'round', 'aria-label': t('close'), onclick: () => this.close() },
      icon('close'),
    );
    const title = h(
      'h2',
      { id: 'record-title' },
      t('record.title'),
      h('small', {}, t('record.of', { name: this.person.name })),
    );
    this.list = h('div', {
      class: 'records',
      tabIndex: 0,
      role: 'region',
      'aria-labelledby': 'record-title',
    });
    this.box.replaceChildren(h('div', { class: 'drawer-head' }, title, close), this.list);
    this.feed.follow(`/api/v1/follow-ups?rep=${encodeURIComponent(this.person.id)}`);
  }

  #show(items) {
    const open = new Set(
      [...this.list.querySelectorAll('details[open]')].map((details) => details.dataset.of),
    );
    this.list.replaceChildren(
      ...(items.length > 0 ? items.map((item) => entry(item, open)) : [h('p', {}, t('record.empty'))]),
    );
  }

  #sorry() {
    if (!this.list.firstChild) this.list.replaceChildren(h('p', {}, t('record.unreachable')));
  }
}

function entry(item, open) {
  const known = item.customer?.name || item.customer?.code;
  return h(
    'article',
    { class: 'entry' },
    h(
      'header',
      {},
      h('h3', { class: known ? '' : 'unknown' }, known || t('record.nobody')),
      h('span', { class: `status ${item.status}` }, t(`status.${item.status}`)),
    ),
    item.tags?.length > 0 &&
      h(
        'ul',
        { class: 'tags', 'aria-label': t('record.tags') },
        tagged(item).map(({ kind, words }) => h('li', { class: kind }, words)),
      ),
    facts([
      [t('record.next'), item.nextAction],
      [t('record.due'), item.due && due(item.due)],
      [t('record.people'), item.people?.map((person) => person.name).join(t('list.comma'))],
      [t('record.amounts'), item.amounts?.map((amount) => amount.text).join(t('list.comma'))],
    ]),
    item.text &&
      h(
        'details',
        { open: open.has(item.id), data: { of: item.id } },
        h('summary', {}, t('record.words')),
        h('blockquote', {}, readable(item)),
        misheard(item),
      ),
    h('footer', {}, footer(item)),
  );
}

/** The words for reading where there are some, else as they came. */
function readable(item) {
  const all = item.sources.map((source) => source.readable);
  return all.every(Boolean) ? all.join('\n') : item.text;
}

/** Names that were put in the place of what was heard. */
function misheard(item) {
  const all = item.sources
    .flatMap((source) => source.corrected)
    .map(({ text, heardAs }) => t('record.heard', { text, heard: heardAs }));
  return all.length > 0 && h('p', { class: 'misheard' }, all.join(t('list.comma')));
}

function facts(all) {
  const known = all.filter(([, value]) => value);
  return (
    known.length > 0 &&
    h(
      'dl',
      {},
      known.map(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]),
    )
  );
}

function footer(item) {
  const when = `${day(item.createdAt)} ${clock(item.createdAt)}`;
  return item.revision > 1 ? t('record.changed', { when, count: item.revision - 1 }) : when;
}
