import { get } from './api.js';
import { h } from './dom.js';
import { watchDoors } from './doors.js';
import { showModels, watchModels } from './models.js';
import { Pane } from './pane.js';
import { Record } from './record.js';
import { language, preferred, speak, t } from './wording.js';

const WIDE = matchMedia('(min-width: 1000px)');
const element = (id) => document.getElementById(id);

let look = 'wecom';
let shown = 'rep';
let people = [];
const panes = {};
const playing = {};
const record = new Record(element('record-open'));

async function start() {
  try {
    await speak(preferred());
    people = (await get('/api/v1/sandbox/people')).items;
  } catch (error) {
    if (error.status === 404) return withoutChat();
    lost(error);
    if (error.status !== 401) setTimeout(start, 2_000);
    return;
  }
  for (const role of ['rep', 'manager']) addPane(role);
  record.of(playing.rep);
  await show();
  watchModels();
}

/** The chat is off, as it is once a platform is connected; whoever connects one still wants to see. */
function withoutChat() {
  lost();
  document.body.classList.add('chatless');
  element('off').hidden = false;
  show();
  watchModels();
}

// Whoever leads or looks after the service shares the second phone.
const phoneOf = (person) => (person.role === 'rep' ? 'rep' : 'manager');

function addPane(role) {
  const choice = people.filter((person) => phoneOf(person) === role);
  if (choice.length === 0) return;
  panes[role] = new Pane({
    role,
    people: choice,
    chosen: (person) => choose(role, person),
    heard: (pane) => unread(pane.role),
    state: lost,
  });
  element('panes').append(panes[role].element);
  playing[role] = choice[0];
}

function choose(role, person) {
  playing[role] = person;
  if (role === 'rep') {
    record.of(person);
    const leader = people.find(({ id }) => id === person.leader);
    if (leader && panes.manager && leader.id !== playing.manager.id) {
      playing.manager = leader;
      play('manager');
    }
  }
  play(role).then(() => panes[role].element.querySelector('select').focus());
}

// The person is there at once: what is typed while the examples are fetched must not be lost.
async function play(role) {
  const person = playing[role];
  const offer = panes[role].play(person, look);
  if (role !== 'rep') return;
  const examples = await get(`/api/v1/sandbox/examples?language=${person.language}`).catch(() => ({ items: [] }));
  offer(examples.items);
}

/** Everything again, after a change of look or language. */
async function show() {
  document.documentElement.dataset.look = look;
  const other = language() === 'en' ? 'zh-CN' : 'en';
  element('language').textContent = other === 'en' ? 'English' : '中文';
  element('language').lang = other;
  showModels();
  watchDoors();
  tabs();
  await Promise.all(Object.keys(panes).map(play));
}

function tabs() {
  const roles = Object.keys(panes);
  if (roles.length === 0) return;
  element('tabs').replaceChildren(
    ...roles.map((role) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${role}`,
          'aria-controls': `pane-${role}`,
          onclick: () => turnTo(role),
        },
        t(`role.${role}`),
      ),
    ),
  );
  element('tabs').onkeydown = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    turnTo(roles.find((role) => role !== shown) ?? shown);
    element(`tab-${shown}`).focus();
  };
  turnTo(shown);
}

function turnTo(role) {
  shown = role;
  for (const [each, pane] of Object.entries(panes)) {
    const tab = element(`tab-${each}`);
    tab.setAttribute('aria-selected', String(each === role));
    tab.tabIndex = each === role ? 0 : -1;
    pane.element.classList.toggle('shown', each === role);
  }
  element(`tab-${role}`)
    ?.querySelectorAll('.dot, .unseen')
    .forEach((mark) => mark.remove());
  panes[role]?.log.toEnd();
}

function unread(role) {
  const tab = element(`tab-${role}`);
  if (document.hidden) document.title = `● ${t('page.title')}`;
  if (WIDE.matches || role === shown || tab.querySelector('.dot')) return;
  tab.append(
    h('span', { class: 'dot', 'aria-hidden': 'true' }),
    h('span', { class: 'unseen' }, t('tabs.unread')),
  );
}

function lost(error) {
  const box = element('connection');
  box.hidden = !error;
  if (!error) return;
  const words = {
    401: [
      'lost.session',
      '登录过期了，请用启动日志里的链接再打开。 Please open the link from the start-up log again.',
    ],
  };
  const [key, plain] = words[error.status] ?? [
    'lost.server',
    '连不上服务，正在重试… Trying to reach the service…',
  ];
  const said = t(key);
  box.textContent = said === key ? plain : said;
}

document.addEventListener('visibilitychange', () => !document.hidden && (document.title = t('page.title')));
element('language').addEventListener('click', async () => {
  await speak(language() === 'en' ? 'zh-CN' : 'en').catch(lost);
  if (playing.rep) record.of(playing.rep);
  await show();
});
document.querySelectorAll('input[name="look"]').forEach((input) =>
  input.addEventListener('change', () => {
    look = input.value;
    show();
  }),
);
look = document.querySelector('input[name="look"]:checked').value;
start();
