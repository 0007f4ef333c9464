import { get } from './api.js';
import { h } from './dom.js';
import { Editor } from './library-editor.js';
import { KINDS } from './library-form.js';
import { used } from './library-use.js';
import { languageButton, welcome } from './member.js';
import { t } from './wording.js';

const WHICH = ['all', 'thin', 'open', 'wrong'];
const element = (id) => document.getElementById(id);

let me;
let entries = [];
const editor = new Editor(element('editor'), { changed: load });

async function load() {
  try {
    entries = (await get('/api/v1/library/entries')).items;
    draw();
  } catch (error) {
    say(t(error.status === 401 ? 'lost.session' : 'lost.server'), true);
  }
}

function say(words, warn = false) {
  element('said').textContent = words;
  element('said').classList.toggle('warn', warn);
}

const which = {
  all: () => true,
  thin: ({ state }) => state.strength.thin,
  open: ({ state }) => state.proposed > 0,
  wrong: ({ state }) => state.problems.length > 0,
};

function wanted(entry) {
  const words = element('words').value.trim().toLowerCase();
  const kind = element('kind').value;
  const texts = [entry.label, entry.id, ...entry.phrases, ...entry.aliases];
  return (
    (!kind || entry.kind === kind) &&
    which[element('which').value || 'all'](entry) &&
    (!words || texts.some((text) => text.toLowerCase().includes(words)))
  );
}

function draw() {
  const shown = entries.filter(wanted);
  const count = (name) => entries.filter(which[name]).length;
  say(
    entries.length === 0
      ? t('library.empty')
      : shown.length === 0
        ? t('library.none')
        : t('library.summary', { all: shown.length, thin: count('thin'), open: count('open') }),
  );
  const focused = document.activeElement?.dataset?.entry;
  element('list').replaceChildren(...shown.map((entry) => h('li', {}, row(entry))));
  if (focused) element('list').querySelector(`[data-entry="${focused}"]`)?.focus();
}

function row(entry) {
  const { strength, use, proposed, problems } = entry.state;
  const marks = [
    strength.thin && t('library.thin'),
    proposed > 0 && t('library.open', { n: proposed }),
    problems.length > 0 && t('library.wrong'),
  ].filter(Boolean);
  return h(
    'button',
    { type: 'button', data: { entry: entry.id }, onclick: () => editor.open(entry, entries, me) },
    h('b', {}, entry.label, marks.map((words) => h('span', { class: 'mark' }, words))),
    h('small', {}, t(`kind.${entry.kind}`)),
    h('small', { class: 'facts' }, [enough(strength), used(use)].filter(Boolean).join(' · ')),
  );
}

function enough({ utterances, aim }) {
  return t('library.strength', { n: utterances, aim });
}

function options(box, all) {
  const chosen = box.value;
  box.replaceChildren(...all.map(([value, words]) => h('option', { value }, words)));
  box.value = chosen;
  if (box.selectedIndex < 0) box.selectedIndex = 0;
}

function choices() {
  options(element('kind'), [['', t('library.any')], ...KINDS.map((kind) => [kind, t(`kind.${kind}`)])]);
  options(
    element('which'),
    WHICH.map((name) => [name, t(`which.${name}`)]),
  );
  element('words').placeholder = t('library.search');
  element('new').hidden = me.role !== 'admin';
}

element('words').addEventListener('input', draw);
for (const id of ['kind', 'which']) element(id).addEventListener('change', draw);
element('filter').addEventListener('submit', (event) => event.preventDefault());
element('new').addEventListener('click', () => editor.create(entries, me));
languageButton(() => (choices(), draw()));

me = await welcome('library.title');
choices();
load();
