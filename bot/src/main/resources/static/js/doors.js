import { h } from './dom.js';
import { Feed } from './feed.js';
import { clock, day } from './time.js';
import { language, t } from './wording.js';

const box = () => document.getElementById('doors');
const feed = new Feed({
  every: 2_000,
  changed: ({ items }) => box().replaceChildren(...items.map(doorLine)),
});

/** One line for each platform that is connected: whether it came, who wrote last, who was refused. */
export function watchDoors() {
  feed.follow(`/api/v1/callbacks?language=${language()}`);
}

const when = (at) => `${day(at)} ${clock(at)}`;

function doorLine(door) {
  const came = [door.verified, door.received].filter(Boolean).sort().at(-1);
  const refusedLast = door.refused && !(came > door.refused);
  const said = [
    door.verified ? t('door.verified', { time: when(door.verified) }) : t('door.unverified'),
    door.received ? t('door.received', { name: door.from, time: when(door.received) }) : t('door.silent'),
  ];
  return h(
    'div',
    { class: `door ${refusedLast ? 'refused' : came ? 'open' : 'waiting'}` },
    h('p', {}, h('b', {}, t(`look.${door.channel}`)), ...said.map((words) => h('span', {}, words))),
    door.refused &&
      h('p', { class: 'why' }, t('door.refused', { time: when(door.refused), why: door.why }), ' ', door.whatToDo),
  );
}
