// A form of controlled inputs: what the framework's state did not see is gone at its next render, which comes
// every second with the clock at the foot and at every change.
import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const { id, saved } = window.goqShop;

function useClock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const row = (name, ...cells) => h('tr', null, h('th', null, name), h('td', null, ...cells));
const help = h('span', { class: 'help', title: 'ヘルプ' }, '?');

function Form() {
  const [values, setValues] = useState(saved);
  const [message, setMessage] = useState('');
  const now = useClock();
  const change = (name) => (event) => setValues((old) => ({ ...old, [name]: event.target.value }));
  const field = (name, size) =>
    h('input', {
      name,
      size,
      type: 'text',
      value: values[name],
      autocomplete: 'off',
      onInput: change(name),
    });
  const save = async (event) => {
    event.preventDefault();
    setMessage('保存しています…');
    const answer = await fetch(`${location.pathname}/save?shop=${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(values),
    });
    setMessage(answer.ok ? '設定を保存しました。' : '保存できませんでした。');
  };
  const square = ['RMS Service Square', h('br'), 'ライセンスキー ', help];
  return h(
    'form',
    { onSubmit: save },
    message === '' ? null : h('p', { class: 'done', role: 'status' }, message),
    h(
      'h2',
      null,
      'WEBAPI設定',
      h('small', null, ' (※この項目を入力して保存すると、API取得に切り替わります。)'),
    ),
    h(
      'table',
      { class: 'form' },
      row(['ショップURL ', help], field('shopUrl', 24)),
      row(
        ['ユーザーID ', help, h('br'), h('small', null, '※現在は入力不要です')],
        field('userId', 24),
      ),
      row(square, field('squareKey', 48)),
      row('楽天ペイ取得ステータス', h('select', null, h('option', null, '注文確認待ち'))),
      row('楽天ペイ格納先ステータス', h('select', null, h('option', null, '新規受付'))),
      row('受注を取得する日数', field('days', 3), ' 日分'),
      row(
        '自動取得',
        h(
          'label',
          null,
          h('input', {
            type: 'checkbox',
            checked: values.automatic,
            onChange: (e) => setValues((old) => ({ ...old, automatic: e.target.checked })),
          }),
          ' 自動取得 (30分)',
        ),
      ),
    ),
    h(
      'h2',
      null,
      '旧WEB API認証',
      h('small', null, ' (※順次終了します。切替が完了するまで消さないでください。)'),
    ),
    h(
      'table',
      { class: 'form' },
      row('serviceSecret', field('serviceSecret', 40)),
      row('licenceKey', field('licenceKey', 40)),
    ),
    h('p', { class: 'buttons' }, h('button', { type: 'submit' }, '設定を保存して次へ進む')),
    h('p', { class: 'hint' }, `現在時刻 ${now.toLocaleTimeString('ja-JP')}`),
  );
}

render(h(Form), document.querySelector('#form-root'));
