// A stand-in for the robot check: only a person's own click (or key) on the page passes it.
const box = document.querySelector('#robot-check');
box.addEventListener('click', async (event) => {
  if (!event.isTrusted) {
    document.querySelector('#robot-word').textContent =
      '操作を確認できませんでした。もう一度お試しください。';
    return;
  }
  box.setAttribute('aria-busy', 'true');
  const answer = await fetch('/apisson/robot-check', {
    method: 'POST',
    body: new URLSearchParams({ license: box.dataset.license }),
  });
  const { token } = await answer.json();
  document.querySelector('#robot-token').value = token;
  box.removeAttribute('aria-busy');
  box.setAttribute('aria-checked', 'true');
});
