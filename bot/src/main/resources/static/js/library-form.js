import { h } from './dom.js';
import { t } from './wording.js';

/** What an entry can be about. */
export const KINDS = ['need', 'objection', 'competitor', 'stakeholder', 'milestone'];
const CHOICES = 5;

/** The fields of an entry; `data-field` is what the API calls a problem's field. */
export function form(entry, all) {
  const kin = all.filter(({ id, language }) => id !== entry.id && (!entry.id || language === entry.language));
  const names = [['', '–'], ...kin.map(({ id, label }) => [id, label])];
  return [
    !entry.id && text('id', 'id', '', { required: true }),
    text('label', 'label', entry.label, { required: true }),
    h(
      'div',
      { class: 'pair' },
      choose('kind', KINDS.map((kind) => [kind, t(`kind.${kind}`)]), entry.kind),
      choose('language', [['zh', t('speaks.zh')], ['en', t('speaks.en')]], entry.language),
      choose('severity', ['normal', 'high'].map((one) => [one, t(`severity.${one}`)]), entry.severity),
      choose('parent', names, entry.parent ?? ''),
    ),
    lines('phrases', 'phrases', entry.phrases, 8),
    lines('aliases', 'aliases', entry.aliases),
    lines('negative', 'negative-phrases', entry.negativePhrases),
    lines('counter', 'counter-examples', entry.counterExamples),
    lines('description', 'description', entry.description ? [entry.description] : []),
    question(entry.ask, names),
    lines('evidence', 'evidence-required', entry.evidenceRequired),
    h(
      'div',
      { class: 'pair' },
      text('playbook', 'playbook', entry.playbook),
      text('group', 'group', entry.group),
      text('industry', 'industry', entry.industry ?? 'general'),
      text('owner', 'owner', entry.owner),
    ),
  ];
}

/** What stands in the fields, as the API takes it. */
export function read(form) {
  const at = (name) => form.querySelector(`[name="${name}"]`)?.value.trim() ?? '';
  const list = (name) =>
    at(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const choices = [...form.querySelectorAll('.choice')]
    .map((row) => ({ label: row.children[0].value.trim(), entry: row.children[1].value || null }))
    .filter(({ label }) => label);
  const question = at('ask');
  return {
    id: at('id') || undefined,
    kind: at('kind'),
    label: at('label'),
    language: at('language'),
    severity: at('severity'),
    parent: at('parent') || null,
    group: at('group') || null,
    phrases: list('phrases'),
    aliases: list('aliases'),
    negativePhrases: list('negative'),
    counterExamples: list('counter'),
    description: list('description').join(' ') || null,
    ask: question || choices.length > 0 ? { question, choices } : null,
    evidenceRequired: list('evidence'),
    playbook: at('playbook') || null,
    industry: at('industry'),
    owner: at('owner') || null,
  };
}

function labelled(name, field, required = false) {
  return h('label', {}, h('span', {}, t(`field.${name}`), required && ' *'), hint(name), field);
}

function hint(name) {
  const words = t(`hint.${name}`);
  return words !== `hint.${name}` && h('small', {}, words);
}

function text(name, field, value, { required = false } = {}) {
  return labelled(
    name,
    h('input', { name, value: value ?? '', required, maxLength: 100, data: { field }, autocomplete: 'off' }),
    required,
  );
}

function lines(name, field, values = [], rows = 3) {
  return labelled(name, h('textarea', { name, rows, value: (values ?? []).join('\n'), data: { field } }));
}

function choose(name, all, chosen) {
  return labelled(name, select(all, chosen, { name, data: { field: name } }));
}

function select(all, chosen, properties) {
  return h(
    'select',
    properties,
    all.map(([value, words]) => h('option', { value, selected: value === chosen }, words)),
  );
}

function question(ask, names) {
  const rows = [...Array(CHOICES).keys()].map((i) => {
    const choice = ask?.choices[i];
    const label = t('library.answer', { n: i + 1 });
    return h(
      'div',
      { class: 'choice' },
      h('input', { value: choice?.label ?? '', placeholder: label, 'aria-label': label, maxLength: 20 }),
      select(names, choice?.entry ?? '', { 'aria-label': t('library.means', { n: i + 1 }) }),
    );
  });
  return h(
    'fieldset',
    {},
    h('legend', {}, t('library.asking')),
    h('small', {}, t('library.askhint')),
    labelled('ask', h('input', { name: 'ask', value: ask?.question ?? '', maxLength: 60, data: { field: 'ask' } })),
    rows,
  );
}
