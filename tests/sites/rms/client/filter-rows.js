// The search boxes of the classic list: rows that do not hold the words are hidden, not removed.
for (const form of document.querySelectorAll('form[data-filters]')) {
  form.addEventListener('submit', () => {
    const words = form.elements.q.value;
    for (const row of document.querySelectorAll(`#${form.dataset.filters} tr.data`)) {
      row.style.display = row.textContent.includes(words) ? '' : 'none';
    }
  });
}
