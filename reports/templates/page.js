'use strict';
(() => {
  const STEP = 100;
  const order = new Intl.Collator('en-NZ', { numeric: true, sensitivity: 'base' });
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const key = (row, place) => row.cells[place].dataset.value ?? row.cells[place].textContent.trim();

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function prepare(table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    let rows = [...body.rows];
    let limit = STEP;
    let waiting;
    const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const picked = Number(table.dataset.sort);
    const word = (row) => row.cells[picked].textContent.trim();
    const words = [...new Set(rows.map(word))];

    const find = make('input', { type: 'search', id: table.id + '-find', autocomplete: 'off' });
    const pick = make('select', { id: table.id + '-pick' }, make('option', { value: '' }, 'All'),
      ...words.map((text) => make('option', {}, text)));
    const said = make('p', {});
    said.setAttribute('role', 'status');
    const more = make('button', { type: 'button' });
    table.before(make('div', { className: 'tools' },
      make('div', {}, make('label', { htmlFor: find.id }, 'Find in this table'), find),
      make('div', {}, make('label', { htmlFor: pick.id }, heads[picked].textContent), pick), said, more));

    function draw(message = '') {
      const wanted = fold(find.value.trim());
      let hits = 0;
      for (const row of rows) {
        const hit = texts.get(row).includes(wanted) &&
          (!pick.value || word(row) === pick.value);
        hits += hit;
        row.hidden = !hit;
        row.classList.toggle('later', hits > limit);
      }
      more.hidden = hits <= limit;
      more.textContent = `Show all ${hits} rows`;
      const among = hits < rows.length ? ` that match, ${rows.length} in all` : '';
      said.textContent = `${message}Showing ${Math.min(hits, limit)} of ${hits} rows${among}`;
    }

    function sort(head, place) {
      const down = head.getAttribute('aria-sort') === 'ascending';
      const keyed = rows.map((row) => [key(row, place), row]);
      keyed.sort((a, b) => order.compare(a[0], b[0]));
      if (down) keyed.reverse();
      rows = keyed.map((pair) => pair[1]);
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      body.remove();
      body.append(...rows);
      table.append(body);
      draw(`Sorted by ${head.textContent.toLowerCase()}, ${down ? 'last' : 'first'} to ${down ? 'first' : 'last'}. `);
    }

    heads.forEach((head, place) => {
      const button = make('button', { type: 'button' }, ...head.childNodes);
      button.addEventListener('click', () => sort(head, place));
      head.append(button);
    });
    const again = () => { limit = STEP; draw(); };
    find.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(again, 150); });
    pick.addEventListener('change', again);
    more.addEventListener('click', () => { limit = Infinity; draw(); find.focus(); });
    draw();
  }

  document.querySelectorAll('table[data-sort]').forEach(prepare);
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach((part) => { part.open = true; });
  });
})();
