import { get } from './api.js';
import { language, preferred, speak, t } from './wording.js';

const element = (id) => document.getElementById(id);
let me;
let title;

/** Greets whoever signed in, in their language, and says who they are. */
export async function welcome(page) {
  title = page;
  me = await get('/api/v1/me');
  await speak(preferred(me.language ?? undefined));
  label();
  return me;
}

/** Lets people change the language; then the page shows everything again. */
export function languageButton(changed) {
  element('language').addEventListener('click', async () => {
    await speak(language() === 'en' ? 'zh-CN' : 'en');
    label();
    changed();
  });
}

function label() {
  document.title = t(title);
  const other = language() === 'en' ? 'zh-CN' : 'en';
  element('language').textContent = other === 'en' ? 'English' : '中文';
  element('language').lang = other;
  element('who').textContent = t('me.who', { name: me.name, role: t(`role.${me.role}`) });
}
