import { tap } from './api.js';
import { composer, exampleChips } from './composer.js';
import { avatar, h, icon } from './dom.js';
import { Feed } from './feed.js';
import { Log } from './log.js';
import { Outgoing } from './outgoing.js';
import { t } from './wording.js';

const PATIENCE = 8_000;

/** One phone: a person, the talk with the bot, and where to speak. */
export class Pane {
  #items = [];
  #taps = new Map();

  /** @param role "rep" or "manager"; `heard` is told of the bot's new words, `state` of a lost server */
  constructor({ role, people, chosen, heard, state }) {
    Object.assign(this, { role, people, chosen, heard });
    this.log = new Log();
    this.outgoing = new Outgoing({ changed: () => this.#draw(), sent: () => this.feed.now() });
    this.feed = new Feed({ changed: (page) => this.#update(page.items), state });
    this.element = h('section', { class: 'pane', id: `pane-${role}` });
    this.#catchFiles();
    setInterval(() => this.#draw(), 15_000);
  }

  /** Plays this person, as if on this platform; what it returns shows sentences to try, also later. */
  play(person, look) {
    Object.assign(this, { person, look });
    this.#items = [];
    this.first = true;
    this.#taps.clear();
    this.outgoing.clear();
    this.log.clear();
    const { foot, input, files, fill } = composer({
      person,
      say: (said) => this.outgoing.say(person.id, said),
    });
    this.files = files;
    foot.prepend(this.log.newer);
    this.log.element.setAttribute('aria-label', t('log.label', { name: person.name }));
    this.element.setAttribute('aria-label', t(`pane.${person.role}`, { name: person.name }));
    const skip = h('button', { type: 'button', class: 'skip', onclick: () => input.focus() }, t('pane.skip'));
    this.element.replaceChildren(
      this.#head(),
      skip,
      this.log.element,
      foot,
      h('div', { class: 'drop' }, t('composer.drop')),
    );
    this.feed.follow(`/api/v1/sandbox/messages?rep=${encodeURIComponent(person.id)}&look=${look}`);
    return (sentences) =>
      foot.isConnected && sentences.length > 0 && this.log.newer.after(exampleChips(sentences, fill));
  }

  #head() {
    const choice = h(
      'select',
      {
        'aria-label': t('pane.choose'),
        disabled: this.people.length < 2,
        onchange: () => this.chosen(this.people.find(({ id }) => id === choice.value)),
      },
      this.people.map(({ id, name, language }) =>
        h('option', { value: id, selected: id === this.person.id }, `${name} · ${t(`speaks.${language}`)}`),
      ),
    );
    const name = h('h2', { class: 'who-name' }, this.person.name, this.people.length > 1 && icon('down'));
    const role = h(
      'div',
      { class: 'who-role' },
      `${t(`role.${this.person.role}`)} · ${t(`speaks.${this.person.language}`)}`,
    );
    return h(
      'div',
      { class: 'pane-head' },
      avatar(this.person),
      h('div', { class: 'who' }, name, role, choice),
    );
  }

  #update(items) {
    const known = new Set(this.#items.map(({ id }) => id));
    const news = items.filter(({ id, from }) => from === 'bot' && !known.has(id));
    this.#items = items;
    for (const wait of this.#taps.values()) wait.check(items, news);
    if (!this.first && news.length > 0) this.heard(this);
    this.first = false;
    this.#draw();
  }

  #draw() {
    if (!this.person || this.first) return;
    const ids = new Set(this.#items.map(({ id }) => id));
    const own = new Set([...ids].filter((id) => this.outgoing.knows(id)));
    this.log.draw([...this.#items, ...this.outgoing.beyond(ids)], {
      person: this.person,
      look: this.look,
      role: this.person.role,
      own: (id) => own.has(id),
      act: (what) => this.#act(what),
      retry: (item) => this.outgoing.retry(item),
    });
  }

  // A tap is under way until the card changed or the bot spoke; a second one joins the first.
  #act({ item, action, ticked }) {
    const key = `${item.id} ${item.version}`;
    if (!this.#taps.has(key)) {
      const wait = waitFor(item);
      this.#taps.set(key, wait);
      wait.over = this.#tap(item, action, ticked, wait).finally(() => this.#taps.delete(key));
    }
    return this.#taps.get(key).over;
  }

  async #tap(item, action, ticked, wait) {
    await tap(this.person.id, item.card.key, action, ticked).catch((error) => {
      throw new Error(t(error.status === 0 ? 'state.unreachable' : 'card.failed'));
    });
    this.feed.now();
    await wait.answered;
  }

  #catchFiles() {
    let depth = 0;
    const dropping = (on) => this.element.classList.toggle('dropping', on);
    this.element.addEventListener(
      'dragenter',
      (event) => event.dataTransfer.types.includes('Files') && ((depth += 1), dropping(true)),
    );
    this.element.addEventListener(
      'dragleave',
      () => (depth = Math.max(0, depth - 1)) === 0 && dropping(false),
    );
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      depth = 0;
      dropping(false);
      this.files(event.dataTransfer.files);
    });
  }
}

function waitFor(item) {
  const wait = {};
  wait.answered = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    wait.check = (items, news) => {
      const now = items.find(({ id }) => id === item.id);
      if (!now || now.version !== item.version || news.length > 0) resolve();
    };
  });
  return wait;
}
