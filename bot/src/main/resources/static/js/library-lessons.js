import { get, send } from './api.js';
import { h } from './dom.js';
import { clock, day } from './time.js';
import { t } from './wording.js';

const PATH = '/api/v1/library/lessons';

/** What reps' ticks taught about one entry, for whoever decides about it. */
export class Lessons {
  #entry;
  #changed;
  #said = h('p', { role: 'status' });
  #list = h('div', {});

  constructor(entry, changed) {
    this.#entry = entry;
    this.#changed = changed;
    this.element = h('section', { class: 'lessons' }, h('h3', {}, t('library.lessons')), this.#said, this.#list);
  }

  async load() {
    try {
      const { items } = await get(`${PATH}?entry=${encodeURIComponent(this.#entry.id)}&limit=100`);
      this.#said.textContent = items.length === 0 ? t('library.nolessons') : t('library.lessonshint');
      this.#list.replaceChildren(...items.map((lesson) => this.#row(lesson)));
    } catch (error) {
      this.#said.textContent = t(error.status === 401 ? 'lost.session' : 'lost.server');
    }
  }

  #row(lesson) {
    const open = lesson.state === 'proposed' || lesson.state === 'taken_back';
    const words = open
      ? h('input', { value: lesson.text, maxLength: 200, 'aria-label': t('library.words') })
      : h('p', {}, `“${lesson.text}”`);
    const act = (verb, body) => () => this.#decide(lesson, verb, body?.());
    const button = (label, onclick) => h('button', { type: 'button', class: 'plain', onclick }, label);
    return h(
      'div',
      { class: 'lesson', data: { lesson: lesson.id } },
      h('p', {}, h('b', {}, t(`sense.${lesson.sense}`)), ' ', h('small', {}, this.#story(lesson))),
      words,
      h(
        'div',
        { class: 'actions' },
        open && button(t('library.accept'), act('accept', () => ({ text: words.value }))),
        open && button(t('library.reject'), act('reject')),
        !open && button(t('library.back'), act('take-back')),
      ),
    );
  }

  #story({ state, times, sources, decision }) {
    const last = sources.at(-1);
    const shown = last && t('library.shown', { who: last.by, when: `${day(last.at)} ${clock(last.at)}`, times });
    const decided =
      decision && t('library.decided', { state: t(`lesson.${state}`), who: decision.by, when: day(decision.at) });
    return [shown, decided ?? t(`lesson.${state}`)].filter(Boolean).join(' · ');
  }

  async #decide(lesson, verb, body = {}) {
    try {
      await send(`${PATH}/${lesson.id}/${verb}`, body);
      await this.load();
      this.#changed();
    } catch (error) {
      const known = { 400: 'library.badwords', 401: 'lost.session', 409: 'library.meanwhile' };
      this.#said.textContent = t(known[error.status] ?? 'lost.server');
    }
  }
}
