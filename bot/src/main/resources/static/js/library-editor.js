import { remove, send } from './api.js';
import { h, icon } from './dom.js';
import { form, read } from './library-form.js';
import { Lessons } from './library-lessons.js';
import { used } from './library-use.js';
import { language, t } from './wording.js';

const PATH = '/api/v1/library/entries';

/** The sheet of one entry: what it says, what was learned, and for administrators how to change it. */
export class Editor {
  #box;
  #changed;
  #of;

  /** @param changed is called after each change */
  constructor(box, { changed }) {
    this.#box = box;
    this.#changed = changed;
    box.addEventListener('click', (event) => event.target === box && box.close());
    // The list may have been drawn anew meanwhile: the browser would not find its way back.
    box.addEventListener('close', () => document.querySelector(`[data-entry="${this.#of}"]`)?.focus());
  }

  open(entry, all, me) {
    this.#of = entry.id;
    const parts = [this.#head(entry.label), this.#state(entry)];
    if (me.role !== 'rep') {
      const lessons = new Lessons(entry, () => this.#changed());
      parts.push(lessons.element);
      lessons.load();
    }
    parts.push(me.role === 'admin' ? this.#edit(entry, all) : this.#read(entry, all));
    this.#show(parts);
  }

  create(all) {
    this.#of = undefined;
    const fresh = { kind: 'need', language: language() === 'en' ? 'en' : 'zh', severity: 'normal' };
    this.#show([this.#head(t('library.new')), this.#edit(fresh, all)]);
  }

  #show(parts) {
    this.#box.replaceChildren(...parts);
    this.#box.showModal();
    this.#box.scrollTop = 0;
  }

  #head(title) {
    const close = h(
      'button',
      { type: 'button', class: 'round', 'aria-label': t('close'), onclick: () => this.#box.close() },
      icon('close'),
    );
    return h('div', { class: 'editor-head' }, h('h2', { id: 'editor-title' }, title), close);
  }

  #state({ state }) {
    const { utterances, aim, thin } = state.strength;
    return h(
      'section',
      {},
      state.problems.length > 0 && problems(state.problems),
      h('p', {}, t(thin ? 'library.more' : 'library.enough', { n: utterances, aim })),
      h('p', {}, used(state.use)),
    );
  }

  #read(entry, all) {
    const parent = all.find(({ id }) => id === entry.parent)?.label;
    const facts = [
      ['kind', t(`kind.${entry.kind}`)],
      ['description', entry.description],
      ['parent', parent],
      ['phrases', entry.phrases.join('\n')],
      ['aliases', entry.aliases.join('\n')],
      ['negative', entry.negativePhrases.join('\n')],
      ['counter', entry.counterExamples.join('\n')],
      ['evidence', entry.evidenceRequired.join('\n')],
      ['ask', entry.ask && [entry.ask.question, ...entry.ask.choices.map(({ label }) => label)].join('\n')],
      ['owner', entry.owner],
    ].filter(([, value]) => value);
    return h(
      'section',
      {},
      h(
        'dl',
        {},
        facts.map(([name, value]) => [h('dt', {}, t(`field.${name}`)), h('dd', {}, value)]),
      ),
    );
  }

  #edit(entry, all) {
    const said = h('div', { role: 'alert' });
    const body = form(entry, all);
    const save = h('button', { class: 'wide' }, t('library.save'));
    const drop =
      entry.id &&
      h(
        'button',
        { type: 'button', class: 'plain danger', onclick: () => this.#drop(entry, said) },
        t('library.remove'),
      );
    const whole = h('form', { noValidate: true }, body, said, h('div', { class: 'actions' }, save, drop));
    whole.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save(entry, whole, { said, save });
    });
    return whole;
  }

  async #save(entry, whole, { said, save }) {
    save.disabled = true;
    said.replaceChildren();
    whole.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
    const wanted = { ...read(whole), version: entry.version };
    try {
      if (entry.id) await send(`${PATH}/${encodeURIComponent(entry.id)}`, wanted, 'PUT');
      else await send(PATH, wanted);
      this.#box.close();
      this.#changed();
    } catch (error) {
      said.replaceChildren(trouble(error));
      for (const { field } of error.problems ?? [])
        whole.querySelector(`[data-field="${field}"]`)?.setAttribute('aria-invalid', 'true');
      whole.querySelector('[aria-invalid]')?.focus();
    } finally {
      save.disabled = false;
    }
  }

  async #drop(entry, said) {
    if (!confirm(t('library.sure', { label: entry.label }))) return;
    try {
      await remove(`${PATH}/${encodeURIComponent(entry.id)}`);
      this.#box.close();
      this.#changed();
    } catch (error) {
      said.replaceChildren(trouble(error));
    }
  }
}

function trouble(error) {
  if (error.problems?.length > 0) return problems(error.problems);
  const known = { 0: 'lost.server', 401: 'lost.session', 403: 'library.forbidden', 409: 'library.meanwhile' };
  return h('p', { class: 'problems' }, known[error.status] ? t(known[error.status]) : error.message);
}

function problems(all) {
  return h(
    'ul',
    { class: 'problems' },
    all.map(({ kind, value, other }) => h('li', {}, t(`fault.${kind}`, { value, other }))),
  );
}
