import { h, icon } from './dom.js';
import { t } from './wording.js';

/** A native card with buttons, ticks and a corner menu. */
export function wecomCard(item, act) {
  const card = item.card;
  const taps = new Taps(item, act);
  const options =
    card.options.length > 0 &&
    h(
      'div',
      { class: 'options', role: 'group', 'aria-label': card.title },
      card.options.map((option) => tick(option)),
    );
  return h(
    'div',
    { class: 'card', role: 'group', tabIndex: -1, 'aria-label': card.title },
    h('div', { class: 'card-source' }, h('img', { src: '/icons/kouxin.svg', alt: '' }), t('bot.name')),
    card.menu.length > 0 && corner(card.menu, taps),
    h(
      'div',
      { class: 'card-main' },
      h('h3', {}, card.title),
      text('p', 'subtitle', card.subtitle),
      text('p', 'body', card.body),
      rows(card.rows),
      options,
    ),
    card.buttons.length > 0 &&
      h(
        'div',
        { class: 'card-buttons' },
        card.buttons.map((button) => taps.button(button, button.style)),
      ),
    card.settled && h('p', { class: 'settled' }, card.settled),
  );
}

/** The same in an ordinary DingTalk message: markdown, and words to tap that speak for the reader. */
export function dingtalkCard(item, act) {
  const card = item.card;
  const taps = new Taps(item, act);
  const submit = card.buttons[0];
  const options = submit
    ? card.options.map((option) => taps.button({ ...submit, label: option.label }, '', [option.id]))
    : [];
  const offered = [
    ...options,
    ...card.buttons.slice(options.length > 0 ? 1 : 0).map((button) => taps.button(button, '')),
    ...card.menu.map((button) => taps.button(button, 'quiet')),
  ];
  return h(
    'div',
    { class: 'card bubble markdown', role: 'group', tabIndex: -1, 'aria-label': card.title },
    h('h3', {}, card.title),
    text('blockquote', '', card.subtitle),
    text('p', 'body', card.body),
    card.rows.map((row) =>
      h('p', { class: 'row' }, h('strong', {}, t('card.row', { label: row.label })), row.value),
    ),
    offered.length > 0 && h('div', { class: 'words' }, offered),
    card.settled && h('p', { class: 'settled' }, card.settled),
  );
}

/** The buttons of one face of a card: the first tap counts, the rest wait for its answer. */
class Taps {
  #buttons = [];
  #under = false;

  constructor(item, act) {
    this.item = item;
    this.act = act;
  }

  button(spec, style, ticked) {
    const button = h('button', { type: 'button', class: style, data: { action: spec.action } }, spec.label);
    button.addEventListener('click', () => this.#tap(button, spec, ticked));
    this.#buttons.push(button);
    return button;
  }

  async #tap(button, spec, ticked) {
    if (this.#under) return;
    this.#under = true;
    const card = button.closest('.card');
    const ticks = ticked ?? [...card.querySelectorAll('.options input:checked')].map((input) => input.value);
    card.querySelector('.card-note')?.remove();
    this.#show(button, true);
    try {
      await this.act({ item: this.item, action: spec.action, label: spec.label, ticked: ticks });
    } catch (error) {
      card.append(h('p', { class: 'card-note', role: 'alert' }, error.message || t('card.failed')));
    }
    this.#show(button, false);
    this.#under = false;
  }

  #show(tapped, under) {
    for (const button of this.#buttons) button.setAttribute('aria-disabled', String(under));
    tapped.classList.toggle('busy', under);
    if (under) tapped.prepend(h('i', { class: 'spinner', role: 'img', 'aria-label': t('card.busy') }));
    else tapped.querySelector('.spinner')?.remove();
  }
}

function tick(option) {
  return h(
    'label',
    {},
    h('input', { type: 'checkbox', value: option.id, checked: option.ticked }),
    option.label,
  );
}

function corner(menu, taps) {
  const list = h(
    'ul',
    { hidden: true },
    menu.map((button) => h('li', {}, taps.button(button, button.style))),
  );
  const opener = h(
    'button',
    {
      type: 'button',
      'aria-label': t('card.menu'),
      'aria-expanded': 'false',
      onclick: () => show(list.hidden),
    },
    icon('more'),
  );
  const show = (open) => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) list.querySelector('button').focus();
  };
  const box = h('div', { class: 'corner' }, opener, list);
  list.addEventListener('click', () => show(false));
  box.addEventListener(
    'focusout',
    (event) => !box.contains(event.relatedTarget) && !list.hidden && show(false),
  );
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return;
    event.stopPropagation();
    show(false);
    opener.focus();
  });
  return box;
}

const text = (tag, kind, words) => words && h(tag, { class: kind }, words);

const rows = (all) =>
  all.length > 0 &&
  h(
    'dl',
    {},
    all.map((row) => [h('dt', {}, row.label), h('dd', {}, row.value)]),
  );
