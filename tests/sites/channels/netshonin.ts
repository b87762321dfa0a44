import { html } from '../lib/html.ts';
import { page } from '../lib/reply.ts';
import type { Site } from '../lib/types.ts';

export interface NetshoninState {
  /** Names of the form's fields: each shop's form has its own. */
  fields: { plan: string; mail: string };
  plans: string[];
  registered: { plan: string; mail: string }[];
}

export const makeNetshoninState = (): NetshoninState => ({
  fields: { plan: 'pl_id', mail: 'mail_address' },
  plans: ['12'],
  registered: [],
});

const PATH = '/np/sesform.php';

/** ネット商人Pro's registration form. Every answer is a page with status 200: nothing tells a program how it went. */
export const netshoninSite =
  (state: NetshoninState): Site =>
  ({ request, form }) => {
    if (request.path !== PATH) return null;
    const mail = form.get(state.fields.mail) ?? '';
    const plan = form.get(state.fields.plan) ?? '';
    const known = state.plans.includes(plan);
    if (request.method !== 'POST' || mail === '' || !known) {
      return page(
        html`<!doctype html><title>登録フォーム</title>
          <p>入力内容に誤りがあります。</p>`,
      );
    }
    state.registered.push({ plan, mail });
    return page(
      html`<!doctype html><title>登録完了</title>
        <p>${mail} を登録しました。</p>`,
    );
  };
