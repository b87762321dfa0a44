// Tabs, and a form that checks length and pattern while it is typed in.
const RULES = {
  serviceSecret: [
    /^SP\d{6}_[A-Za-z0-9]{16}$/,
    'serviceSecretの形式が正しくありません。(SPから始まる25文字)',
  ],
  licenseKey: [
    /^SL\d{6}_[A-Za-z0-9]{16}$/,
    'licenseKeyの形式が正しくありません。(SLから始まる25文字)',
  ],
  expiresOn: [/^$|^\d{4}[/-]\d{2}[/-]\d{2}$/, '有効期限はYYYY/MM/DDで入力してください。'],
};
const form = document.querySelector('#ec-form');
const save = document.querySelector('#save');
const test = document.querySelector('#auth-test');
const result = document.querySelector('#auth-result');

function openTab(name) {
  for (const panel of document.querySelectorAll('[role="tabpanel"]')) {
    panel.hidden = panel.id !== `tab-${name}`;
  }
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    tab.setAttribute('aria-selected', String(tab.dataset.tab === name));
  }
}

for (const tab of document.querySelectorAll('[role="tab"]')) {
  tab.addEventListener('click', () => {
    openTab(tab.dataset.tab);
    history.replaceState(null, '', `#${tab.dataset.tab}`);
  });
}

function faultOf(name) {
  const [pattern, words] = RULES[name];
  const { value } = form.elements[name];
  if (value !== value.trim()) return '前後に不要なスペースが入っています。';
  return pattern.test(value) ? '' : words;
}

// What was not announced by an input event was not checked: the page still says what it last knew.
function check(name) {
  const fault = faultOf(name);
  document.querySelector(`#fault-${name}`).textContent = fault;
  form.elements[name].setAttribute('aria-invalid', String(fault !== ''));
  save.disabled = document.querySelector('[aria-invalid="true"]') !== null;
}

for (const name of Object.keys(RULES)) {
  form.elements[name].addEventListener('input', () => {
    check(name);
    result.textContent = '';
  });
}

test.addEventListener('click', async () => {
  test.disabled = true;
  result.textContent = '確認しています…';
  try {
    const answer = await fetch('/shop/rakuten/auth-test', {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
    });
    const { message, ok } = await answer.json();
    result.className = ok ? 'ok' : 'ng';
    result.textContent = message;
  } finally {
    test.disabled = false;
  }
});

openTab(['basic', 'mail', 'other'].find((name) => location.hash === `#${name}`) ?? 'basic');
