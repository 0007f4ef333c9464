import { get } from './api.js';
import { h } from './dom.js';
import { languageButton, welcome } from './member.js';
import { tagged } from './tags.js';
import { clock, day, due } from './time.js';
import { t } from './wording.js';

const PAGE = 20;
const STATUSES = ['draft', 'confirmed', 'completed', 'dropped'];
const element = (id) => document.getElementById(id);
let shown = [];
let next;
let asked = 0;

function address(after) {
  const query = new URLSearchParams({ limit: PAGE });
  const wanted = {
    q: element('words').value.trim(),
    status: element('status').value,
    rep: element('rep').value,
    after,
  };
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  return `/api/v1/follow-ups?${query}`;
}

async function load(after) {
  const mine = ++asked;
  try {
    const page = await get(address(after));
    if (mine !== asked) return;
    shown = after ? [...shown, ...page.items] : page.items;
    next = page.next;
    say(shown.length === 0 ? t('me.empty') : '');
    draw();
  } catch (error) {
    if (mine === asked) say(t(error.status === 401 ? 'lost.session' : 'lost.server'), true);
  }
}

function say(words, warn = false) {
  element('said').textContent = words;
  element('said').classList.toggle('warn', warn);
}

function draw() {
  const open = new Set([...document.querySelectorAll('details[open]')].map(({ dataset }) => dataset.of));
  element('list').replaceChildren(...shown.map((item) => entry(item, open)));
  element('more').hidden = !next;
}

function entry(item, open) {
  const known = item.customer?.name || item.customer?.code;
  return h(
    'article',
    { class: 'entry' },
    h(
      'header',
      {},
      h('h2', { class: known ? '' : 'unknown' }, known || t('record.nobody')),
      h('small', { class: 'status' }, t(`status.${item.status}`)),
    ),
    h('small', {}, `${item.rep.name} · ${day(item.createdAt)} ${clock(item.createdAt)}`),
    item.tags.length > 0 &&
      h(
        'ul',
        { 'aria-label': t('record.tags') },
        tagged(item).map(({ words }) => h('li', {}, words)),
      ),
    facts([
      [t('record.next'), item.nextAction],
      [t('record.due'), item.due ? due(item.due) : item.dueText],
    ]),
    h(
      'details',
      { open: open.has(item.id), data: { of: item.id } },
      h('summary', {}, t('record.words')),
      h('blockquote', {}, item.text),
      facts([
        [t('record.people'), item.people.map(({ name }) => name).join(t('list.comma'))],
        [t('record.amounts'), item.amounts.map(({ text }) => text).join(t('list.comma'))],
        [t('item.place'), item.attachments.filter(({ kind }) => kind === 'place').map(({ label }) => label).join(t('list.comma'))],
        [t('me.source'), source(item.source)],
      ]),
    ),
  );
}

/** How the words came, and who understood them. */
function source({ kind, engine }) {
  if (kind !== 'voice') return t('me.typed');
  return t(engine === 'platform' ? 'me.platform' : 'me.heard');
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

function options(box, all) {
  const chosen = box.value;
  box.replaceChildren(...all.map(([value, words]) => h('option', { value }, words)));
  box.value = chosen;
  if (box.selectedIndex < 0) box.selectedIndex = 0;
}

let people = [];

function choices() {
  options(element('status'), [
    ['', t('me.any')],
    ...STATUSES.map((status) => [status, t(`status.${status}`)]),
  ]);
  options(element('rep'), [['', t('me.everybody')], ...people.map(({ id, name }) => [id, name])]);
  element('rep').hidden = people.length < 2;
  element('words').placeholder = t('me.search');
}

let typing;
element('words').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => load(), 300);
});
for (const id of ['status', 'rep']) element(id).addEventListener('change', () => load());
element('filter').addEventListener('submit', (event) => (event.preventDefault(), load()));
element('more').addEventListener('click', () => load(next));
languageButton(() => (choices(), load()));

await welcome('me.title');
people = (await get('/api/v1/people')).items;
choices();
load();
